package vn.caunoi.core.routing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.routing.RoutingCommand.RemoveRoutingRow;
import vn.caunoi.core.routing.RoutingCommand.SetRoutingRow;
import vn.caunoi.core.routing.RoutingEvent.RoutingRowRemoved;
import vn.caunoi.core.routing.RoutingEvent.RoutingRowSet;

/** Keeps the rows of the routing table. */
@Aggregate
class RoutingRows {

    @AggregateIdentifier
    private @Nullable String stream;

    private RoutingTable table = RoutingTable.NONE;

    RoutingRows() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetRoutingRow order) {
        mustBeAllowed(order.by());
        RoutingRow row = order.row();
        if (table.has(row)) return;
        if (row.id().isBlank()) throw invalid("id", "required", "must be given");
        if (row.kind() == null && row.category() == null && row.places().isEmpty())
            throw invalid("category", "required", "or a village or a kind must be given");
        if (row.from() != null && row.until() != null && row.until().isBefore(row.from()))
            throw invalid("until", "too-early", "must not be before the first day");
        apply(new RoutingRowSet(row));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RemoveRoutingRow order) {
        mustBeAllowed(order.by());
        if (table.row(order.row()).isPresent()) apply(new RoutingRowRemoved(order.row()));
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.is(Role.ADMIN)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private static Refusal invalid(String field, String code, String message) {
        return Refusal.because(Reason.INVALID_INPUT, field, code, message);
    }

    @EventSourcingHandler
    void evolve(RoutingEvent event) {
        stream = RoutingCommand.STREAM;
        table = table.after(event);
    }
}
