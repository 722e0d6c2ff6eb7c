package vn.caunoi.ops.bench.ledger;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import vn.caunoi.ops.bench.Store;

/** Where events are appended: one side of the comparison. */
interface Sink {

    /** All of them in one transaction, durable on return. */
    void append(List<DomainEventMessage<?>> events);

    Store store();

    /** How many are there. */
    long count();

    /** Bytes of the events with their indexes. */
    long bytes();
}
