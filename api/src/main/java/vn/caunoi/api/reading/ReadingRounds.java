package vn.caunoi.api.reading;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes down every second who looked at what, and the rest when the program stops. */
@Component
final class ReadingRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRounds.class);
    private static final long LONGEST_STOP_SECONDS = 10;

    private final ReadingLog log;
    private @Nullable ScheduledExecutorService rounds;

    ReadingRounds(ReadingLog log) {
        this.log = log;
    }

    @Override
    public synchronized void start() {
        if (rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("readings").daemon().factory());
        Future<?> unused = started.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
        rounds = started;
    }

    private void round() {
        try {
            log.write();
        } catch (RuntimeException failed) {
            // an executor drops a task that throws; the next round tries again
            LOG.warn("who looked at cases could not be written down yet", failed);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = rounds;
        rounds = null;
        if (running == null) return;
        running.execute(this::round);
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
