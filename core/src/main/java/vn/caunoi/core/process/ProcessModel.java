package vn.caunoi.core.process;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.process.ProcessCommand.PublishProcess;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;

/** The versions of one process model. Numbers its own versions; what a diagram may hold is judged before. */
@Aggregate
class ProcessModel {

    @AggregateIdentifier
    private @Nullable String stream;

    private int version;
    private String hash = "";

    ProcessModel() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(PublishProcess order) {
        if (!hash.equals(order.hash())) {
            apply(new ProcessPublished(
                    order.key(),
                    version + 1,
                    order.name(),
                    order.hash(),
                    order.xml(),
                    order.catches(),
                    order.note(),
                    order.proposedBy()));
        }
        return version;
    }

    @EventSourcingHandler
    void evolve(ProcessPublished event) {
        stream = "process:" + event.key();
        version = event.version();
        hash = event.hash();
    }
}
