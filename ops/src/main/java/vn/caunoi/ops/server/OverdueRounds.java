package vn.caunoi.ops.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.oversight.OverdueChecks;
import vn.caunoi.projections.oversight.OverdueChecks.Checked;

/**
 * Checks every {@code caunoi.overdue-check.interval} (ten minutes; zero for never) that no overdue case is unnoticed, and
 * tells what was found: as health {@code overdueCheck} and as the meters {@code caunoi.overdue.unnoticed} and
 * {@code caunoi.overdue.check.age}.
 */
@Component("overdueCheck")
class OverdueRounds implements SmartLifecycle, HealthIndicator, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueRounds.class);
    private static final int MISSED_TURNS = 3;

    private final OverdueWatch watch;
    private final OverdueChecks checks;
    private final Duration interval;
    private @Nullable ScheduledExecutorService rounds;
    private boolean remembered;

    OverdueRounds(
            OverdueWatch watch,
            OverdueChecks checks,
            @Value("${caunoi.overdue-check.interval:PT10M}") Duration interval) {
        this.watch = watch;
        this.checks = checks;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (interval.isZero() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("overdue-check").daemon().factory());
        long often = Math.max(1, interval.toMillis() / 10);
        Future<?> unused =
                started.scheduleWithFixedDelay(this::round, Math.min(often, 20_000), often, TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        try {
            if (!remembered) {
                int found = watch.remember();
                if (found > 0) LOG.info("{} overdue limits are looked at again", found);
                remembered = true;
            }
            boolean turn = watch.check(interval);
            LOG.debug("checked: {}", turn);
        } catch (RuntimeException failed) {
            // an executor drops a task that throws; the next round tries again, and the age of the last check tells
            LOG.warn("the check of overdue cases failed", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) rounds.shutdownNow();
        rounds = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    @Override
    public Health health() {
        Checked last = checks.last().orElse(null);
        if (last == null) return Health.up().withDetail("ran", "never").build();
        boolean late =
                !interval.isZero() && last.ago().compareTo(interval.multipliedBy(MISSED_TURNS)) > 0 && isRunning();
        Health.Builder health = last.unnoticed() > 0 || late ? Health.down() : Health.up();
        return health.withDetail("at", last.at().toString())
                .withDetail("secondsAgo", last.ago().toSeconds())
                .withDetail("overdue", last.overdue())
                .withDetail("mended", last.found() - last.unnoticed())
                .withDetail("unnoticed", last.unnoticed())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("caunoi.overdue.unnoticed", checks, all -> all.last()
                        .map(Checked::unnoticed)
                        .orElse(0L))
                .description("overdue cases that have risen to nobody, at the last check")
                .register(registry);
        Gauge.builder("caunoi.overdue.check.age", checks, all -> all.last()
                        .map(last -> last.ago().toMillis() / 1000.0)
                        .orElse(Double.NaN))
                .baseUnit("seconds")
                .description("how long ago it was last checked that no overdue case is unnoticed")
                .register(registry);
    }
}
