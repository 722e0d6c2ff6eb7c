package vn.caunoi.core.routing;

/** The rows of administrators as they are now. */
public interface RoutingRowsInForce {

    RoutingTable table();

    /** After a change: the next one who asks sees it at once. */
    void forget();
}
