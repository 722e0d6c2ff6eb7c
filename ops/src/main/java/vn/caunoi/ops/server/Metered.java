package vn.caunoi.ops.server;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Counts and times the messages of one component, under the names that Axon gives these meters. */
final class Metered implements MessageMonitor<Message<?>> {

    private final Clock clock;
    private final Counter ingested;
    private final Counter processed;
    private final Outcome success;
    private final Outcome failure;
    private final Outcome ignored;
    private final Timer all;
    private final @Nullable AtomicLong latency;

    private record Outcome(Counter count, Timer time) {}

    private Metered(String component, MeterRegistry registry, @Nullable AtomicLong latency) {
        this.clock = registry.config().clock();
        this.ingested = registry.counter(component + ".ingestedCounter");
        this.processed = registry.counter(component + ".processedCounter");
        this.success = outcome(component + ".success", registry);
        this.failure = outcome(component + ".failure", registry);
        this.ignored = outcome(component + ".ignored", registry);
        this.all = registry.timer(component + ".allTimer");
        this.latency = latency;
    }

    private static Outcome outcome(String name, MeterRegistry registry) {
        return new Outcome(registry.counter(name + "Counter"), registry.timer(name + "Timer"));
    }

    static Metered of(String component, MeterRegistry registry) {
        return new Metered(component, registry, null);
    }

    /** Also how old the last event was when it was handled, in milliseconds. */
    static Metered withLatency(String component, MeterRegistry registry) {
        AtomicLong latency = new AtomicLong();
        Gauge.builder(component + ".latency", latency::get).register(registry);
        return new Metered(component, registry, latency);
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        ingested.increment();
        if (latency != null && message instanceof EventMessage<?> event) {
            latency.set(clock.wallTime() - event.getTimestamp().toEpochMilli());
        }
        long begun = clock.monotonicTime();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                processed.increment();
                ended(success, begun);
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {
                processed.increment();
                ended(failure, begun);
            }

            @Override
            public void reportIgnored() {
                ended(ignored, begun);
            }
        };
    }

    private void ended(Outcome outcome, long begun) {
        long took = clock.monotonicTime() - begun;
        all.record(took, TimeUnit.NANOSECONDS);
        outcome.count().increment();
        outcome.time().record(took, TimeUnit.NANOSECONDS);
    }
}
