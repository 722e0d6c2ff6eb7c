package vn.caunoi.core.directory;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** A unit of the authority. */
@Aggregate
class Unit {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable String name;
    private @Nullable UnitId parent;

    Unit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EstablishUnit command) {
        if (stream == null) {
            AggregateLifecycle.apply(new UnitEstablished(command.unit(), command.parent(), command.name()));
            return;
        }
        boolean same = command.name().equals(name) && Objects.equals(command.parent(), parent);
        if (!same) throw Refusal.because(Reason.UNIT_TAKEN);
    }

    @EventSourcingHandler
    void evolve(UnitEstablished event) {
        stream = "unit:" + event.unit();
        name = event.name();
        parent = event.parent();
    }
}
