package vn.caunoi.core.directory;

import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.EndUnit;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.DirectoryCommand.MoveUnit;
import vn.caunoi.core.directory.DirectoryCommand.RenameUnit;
import vn.caunoi.core.directory.DirectoryCommand.SetUnitContact;
import vn.caunoi.core.directory.DirectoryEvent.UnitContactSet;
import vn.caunoi.core.directory.DirectoryEvent.UnitEnded;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.directory.DirectoryEvent.UnitMoved;
import vn.caunoi.core.directory.DirectoryEvent.UnitRenamed;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** A unit of the authority. */
@Aggregate
class Unit {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable UnitEstablished established;
    private @Nullable UnitEnded ended;
    private String name = "";
    private @Nullable UnitId parent;
    private Contact contact = Contact.NONE;

    Unit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EstablishUnit command) {
        if (stream == null) {
            AggregateLifecycle.apply(new UnitEstablished(command.unit(), command.parent(), command.name()));
            return;
        }
        var order = new UnitEstablished(command.unit(), command.parent(), command.name());
        boolean same = command.name().equals(name) && Objects.equals(command.parent(), parent);
        if (!same && !order.equals(established)) throw Refusal.because(Reason.UNIT_TAKEN);
    }

    @CommandHandler
    void decide(RenameUnit command) {
        if (command.name().equals(name)) return;
        mustNotBeEnded();
        AggregateLifecycle.apply(new UnitRenamed(command.unit(), command.name(), name));
    }

    @CommandHandler
    void decide(MoveUnit command) {
        if (Objects.equals(command.parent(), parent)) return;
        mustNotBeEnded();
        if (command.unit().equals(command.parent())) {
            throw Refusal.because(Reason.INVALID_INPUT, "parent", "same-unit", "must be another unit");
        }
        AggregateLifecycle.apply(new UnitMoved(command.unit(), command.parent(), parent));
    }

    @CommandHandler
    void decide(SetUnitContact command) {
        if (command.contact().equals(contact)) return;
        mustNotBeEnded();
        AggregateLifecycle.apply(new UnitContactSet(command.unit(), command.contact()));
    }

    @CommandHandler
    void decide(EndUnit command) {
        var now = new UnitEnded(command.unit(), command.on(), command.successor(), List.copyOf(command.parts()));
        if (now.equals(ended)) return;
        mustNotBeEnded();
        if (command.unit().equals(command.successor())) {
            throw Refusal.because(Reason.INVALID_INPUT, "to", "same-unit", "must be another unit");
        }
        AggregateLifecycle.apply(now);
    }

    private void mustNotBeEnded() {
        if (ended != null) throw Refusal.because(Reason.UNIT_ENDED);
    }

    @EventSourcingHandler
    void evolve(UnitEstablished event) {
        stream = "unit:" + event.unit();
        established = event;
        name = event.name();
        parent = event.parent();
    }

    @EventSourcingHandler
    void evolve(UnitRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(UnitMoved event) {
        parent = event.parent();
    }

    @EventSourcingHandler
    void evolve(UnitContactSet event) {
        contact = event.contact();
    }

    @EventSourcingHandler
    void evolve(UnitEnded event) {
        ended = event;
    }
}
