package vn.caunoi.core.ledger.following;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/**
 * What is derived from the record a batch at a time, in one transaction with all others that stand at the same
 * position.
 */
public interface BatchReader {

    /** Of its processing group. */
    String name();

    /**
     * Takes events in their order and writes what follows from them, in the transaction that also moves its position.
     * When it fails, nothing of the batch was taken; its processing group then takes the events one by one.
     */
    void take(List<? extends EventMessage<?>> events);

    /** What was taken last is not committed, or somebody else writes from now on: what it remembers of rows is void. */
    void forget();
}
