package vn.caunoi.ops.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.driver.Watch;

/** What the driver does, as meters {@code caunoi.driver.*}. Events are told apart, petitions are not. */
@Component
class DriverMeters implements Watch {
    private final MeterRegistry registry;
    private final Counter resumed;

    DriverMeters(MeterRegistry registry) {
        this.registry = registry;
        this.resumed = Counter.builder("caunoi.driver.resumed")
                .description("stuck petitions that caught up")
                .register(registry);
    }

    @Override
    public void moved(String event, Duration took) {
        Timer.builder("caunoi.driver.moved")
                .description("events a process followed, and how long it took")
                .tag("event", event)
                .register(registry)
                .record(took);
    }

    @Override
    public void parked(String event) {
        Counter.builder("caunoi.driver.parked")
                .description("events at which a petition got stuck")
                .tag("event", event)
                .register(registry)
                .increment();
    }

    @Override
    public void resumed() {
        resumed.increment();
    }
}
