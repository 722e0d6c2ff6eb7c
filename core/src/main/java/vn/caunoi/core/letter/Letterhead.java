package vn.caunoi.core.letter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** What stands over and under the letters of a unit. */
@Aggregate
class Letterhead {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable Heading heading;

    Letterhead() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetHeading order) {
        boolean may = order.by().is(Role.HEAD) || order.by().is(Role.ADMIN);
        if (!may || !order.by().covers(order.unit())) throw Refusal.because(Reason.NOT_ALLOWED);
        if (!order.heading().equals(heading)) apply(new HeadingSet(order.unit(), order.heading()));
    }

    @EventSourcingHandler
    void evolve(HeadingSet event) {
        stream = SetHeading.stream(event.unit());
        heading = event.heading();
    }
}
