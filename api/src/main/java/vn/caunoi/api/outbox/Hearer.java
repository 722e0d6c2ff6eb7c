package vn.caunoi.api.outbox;

import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.projections.casefile.CaseFile;

/** Notes what is to go out because of an event; in the transaction that tells it was heard. */
public interface Hearer {

    /** Whether anybody waits for anything; what happens while nobody does is never told. */
    boolean isListening();

    /** @param event of a petition; {@code file} its case, by now */
    void hear(Recorded event, CaseFile file);
}
