package vn.caunoi.core.routing;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;

/** Orders about the rows of the routing table; by administrators. Repeated, an order changes nothing. */
public sealed interface RoutingCommand {

    /** There is one table, so all changes are one stream. */
    String STREAM = "routing";

    /** A new row, or another content of one. */
    record SetRoutingRow(@TargetAggregateIdentifier String stream, RoutingRow row, Actor by) implements RoutingCommand {

        public SetRoutingRow(RoutingRow row, Actor by) {
            this(STREAM, row, by);
        }
    }

    /** A row that was a mistake; one that holds no longer gets a last day. */
    record RemoveRoutingRow(@TargetAggregateIdentifier String stream, String row, Actor by) implements RoutingCommand {

        public RemoveRoutingRow(String row, Actor by) {
            this(STREAM, row, by);
        }
    }
}
