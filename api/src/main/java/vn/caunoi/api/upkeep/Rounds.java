package vn.caunoi.api.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again while the program runs, by real time and on a thread of its own. A round that fails is
 * told in the log, and the next one comes all the same.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;

    /**
     * @param name of the thread, and in the log
     * @param first how long after the start
     * @param every how long after the end of a round; zero: never
     */
    protected Rounds(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
    }

    protected abstract void round();

    @Override
    public synchronized void start() {
        if (every.isZero() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        Future<?> unused = started.scheduleWithFixedDelay(
                this::attempt, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void attempt() {
        try {
            round();
        } catch (RuntimeException failed) {
            // an executor drops a task that throws
            LOG.warn("a round of {} failed", name, failed);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = rounds;
        rounds = null;
        if (running != null) running.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
