package vn.caunoi.ops.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.processes.driver.EngineRebuild;

/**
 * How far driver and read models are behind the record, in events: as meters {@code caunoi.lag}, and as a condition of
 * readiness, because a node that is far behind shows people yesterday's lists.
 */
@Component("following")
class Lag implements HealthIndicator, MeterBinder {
    private static final long KEPT_FOR = TimeUnit.SECONDS.toNanos(1);

    private final Progress progress;
    private final EngineRebuild rebuild;
    private final long most;
    private Map<String, Long> lag = Map.of();
    private long readAt;

    Lag(Progress progress, EngineRebuild rebuild, @Value("${caunoi.readiness.most-events-behind:500}") long most) {
        this.progress = progress;
        this.rebuild = rebuild;
        this.most = most;
    }

    @Override
    public Health health() {
        Map<String, Long> now = now();
        boolean near = now.values().stream().allMatch(behind -> behind <= most) && !rebuild.isRunning();
        return (near ? Health.up() : Health.outOfService()).withDetails(now).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String processor : now().keySet())
            Gauge.builder("caunoi.lag", this, lag -> lag.now().getOrDefault(processor, 0L))
                    .tag("processor", processor)
                    .description("events the processor has still to handle")
                    .register(registry);
    }

    /** Read once for all gauges of one scrape. */
    private synchronized Map<String, Long> now() {
        if (readAt == 0 || System.nanoTime() - readAt > KEPT_FOR) {
            lag = Map.copyOf(progress.lag());
            readAt = System.nanoTime();
        }
        return lag;
    }
}
