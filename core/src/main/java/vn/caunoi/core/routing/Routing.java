package vn.caunoi.core.routing;

import java.util.Optional;

/** The routing table, as it is asked for a proposal; who gives a case to a unit decides. */
@FunctionalInterface
public interface Routing {

    /** The first row that fits; empty where the table has none, and the petition stays where it is. */
    Optional<Route> route(RoutingQuestion question);
}
