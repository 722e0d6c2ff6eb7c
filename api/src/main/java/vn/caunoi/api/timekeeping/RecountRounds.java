package vn.caunoi.api.timekeeping;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second whether deadlines have to be counted anew ({@code caunoi.recount.every}; zero: never). */
@Component
class RecountRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecountRounds.class);

    private final Recounts recounts;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;

    RecountRounds(Recounts recounts, @Value("${caunoi.recount.every:PT1S}") Duration every) {
        this.recounts = recounts;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (every.isZero() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("recount").daemon().factory());
        Future<?> unused =
                started.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        try {
            while (recounts.round()) LOG.debug("counted anew");
        } catch (RuntimeException failed) {
            // an executor drops a task that throws; the next round tries again
            LOG.warn("a round of counting anew failed", failed);
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
