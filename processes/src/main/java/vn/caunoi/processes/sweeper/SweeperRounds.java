package vn.caunoi.processes.sweeper;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the sweeper go its rounds while the program runs. */
final class SweeperRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweeperRounds.class);
    private static final long LONGEST_STOP_SECONDS = 10;

    private final Sweeper sweeper;
    private final NextDue next;
    private final Duration interval;
    private @Nullable ScheduledExecutorService rounds;

    SweeperRounds(Sweeper sweeper, NextDue next, Duration interval) {
        this.sweeper = sweeper;
        this.next = next;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (interval.isZero() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sweeper").daemon().factory());
        Future<?> unused = started.scheduleWithFixedDelay(
                this::round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        try {
            sweeper.heedLadder();
            if (!next.mayBeNow()) return;
            while (sweeper.sweep() > 0) LOG.debug("swept");
        } catch (RuntimeException failed) {
            // an executor drops a task that throws; the next round tries again
            LOG.warn("a round of the sweeper failed", failed);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = rounds;
        rounds = null;
        if (running == null) return;
        running.shutdown();
        try {
            if (!running.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) running.shutdownNow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
