package vn.caunoi.core.ledger.following;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/**
 * Records events itself, which are appended with the commit of the batch they follow from. It never goes alone: what
 * fails in a batch it has to deal with, and what nobody can deal with is tried until it can be.
 */
public interface DrivingReader extends BatchReader {

    /**
     * Takes events of which {@link #take} could not take one; nothing of that attempt is left. What fails here is for
     * others to mend, a database that is away for instance.
     */
    void takeOneByOne(List<? extends EventMessage<?>> events);
}
