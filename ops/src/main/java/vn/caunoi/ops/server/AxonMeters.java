package vn.caunoi.ops.server;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Axon's meters, each looked up once. Axon's own monitors look ten of them up for every message, which costs more than
 * some messages do. Left out is the capacity, which is the rate of what the timer of all sums up.
 */
final class AxonMeters extends GlobalMetricRegistry {

    AxonMeters(MeterRegistry registry) {
        super(registry);
    }

    @Override
    public MessageMonitor<? super EventMessage<?>> registerEventProcessor(String name) {
        return Metered.withLatency(name, getRegistry());
    }

    @Override
    public MessageMonitor<? super CommandMessage<?>> registerCommandBus(String name) {
        return Metered.of(name, getRegistry());
    }

    @Override
    public MessageMonitor<? super EventMessage<?>> registerEventBus(String name) {
        return Metered.of(name, getRegistry());
    }

    @Override
    public MessageMonitor<? super QueryMessage<?, ?>> registerQueryBus(String name) {
        return Metered.of(name, getRegistry());
    }
}
