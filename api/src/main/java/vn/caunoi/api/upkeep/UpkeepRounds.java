package vn.caunoi.api.upkeep;

import java.time.Duration;
import java.util.List;
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

/** Does the upkeep every hour ({@code caunoi.upkeep.every}; zero: never) of real time, not of the business clock. */
@Component
class UpkeepRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRounds.class);

    private final List<Upkeep> all;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;

    UpkeepRounds(List<Upkeep> all, @Value("${caunoi.upkeep.every:PT1H}") Duration every) {
        this.all = List.copyOf(all);
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (every.isZero() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("upkeep").daemon().factory());
        Future<?> unused =
                started.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        for (Upkeep upkeep : all) {
            try {
                upkeep.tidy();
            } catch (RuntimeException failed) {
                // an executor drops a task that throws; the next round tries again
                LOG.warn("a round of upkeep failed", failed);
            }
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
