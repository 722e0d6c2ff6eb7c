package vn.caunoi.core.directory;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAppointed;

/** Somebody who works for a unit. */
@Aggregate
class Officer {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable OfficerAppointed appointed;

    Officer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AppointOfficer command) {
        var now = new OfficerAppointed(command.officer(), command.unit(), command.name(), command.roles());
        if (!now.equals(appointed)) AggregateLifecycle.apply(now);
    }

    @EventSourcingHandler
    void evolve(OfficerAppointed event) {
        stream = "officer:" + event.officer();
        appointed = event;
    }
}
