package vn.caunoi.api.message;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends the postmen out every ten seconds ({@code caunoi.messages.every}; zero: never). */
final class PostRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);

    private final Postmen postmen;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;

    PostRounds(Postmen postmen, Duration every) {
        this.postmen = postmen;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (every.isZero() || postmen.areNone() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("postman").daemon().factory());
        Future<?> unused = started.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        try {
            postmen.round();
        } catch (RuntimeException failed) {
            // an executor drops a task that throws; the next round tries again
            LOG.warn("a round of the postman failed", failed);
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
