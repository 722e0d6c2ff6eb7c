package vn.caunoi.core.routing;

import vn.caunoi.core.ledger.StoredAs;

/** What happened to the rows of the routing table. */
public sealed interface RoutingEvent {

    @StoredAs("routing.row-set")
    record RoutingRowSet(RoutingRow row) implements RoutingEvent {}

    @StoredAs("routing.row-removed")
    record RoutingRowRemoved(String row) implements RoutingEvent {}
}
