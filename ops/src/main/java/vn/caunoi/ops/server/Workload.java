package vn.caunoi.ops.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.inbox.Inbox;
import vn.caunoi.projections.incidents.Incidents;

/** How much there is to do, as the lists show it. */
@Component
class Workload implements MeterBinder {
    private final Inbox inbox;
    private final Incidents incidents;

    Workload(Inbox inbox, Incidents incidents) {
        this.inbox = inbox;
        this.incidents = incidents;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "caunoi.tasks.open", "open tasks", all -> all.inbox
                .load()
                .open());
        gauge(registry, "caunoi.tasks.overdue", "open tasks past their last legal moment", all -> all.inbox
                .load()
                .overdue());
        gauge(registry, "caunoi.incidents.open", "petitions whose process is stuck", all -> all.incidents.count());
    }

    private void gauge(MeterRegistry registry, String name, String what, ToLongFunction<Workload> value) {
        Gauge.builder(name, this, value::applyAsLong).description(what).register(registry);
    }
}
