package vn.caunoi.processes.driver;

import java.time.Instant;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PetitionEvent;

/** One event of a petition's stream, as the driver follows it. */
record Happened(PetitionEvent event, long sequence, Instant at) {

    String petition() {
        return event.petition().value();
    }

    /** Logical name: what diagrams catch. */
    String name() {
        return event.getClass().getAnnotation(StoredAs.class).value();
    }
}
