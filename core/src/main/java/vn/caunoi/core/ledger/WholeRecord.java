package vn.caunoi.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record stream by stream, each from its first event: what a fold needs that keeps nothing but the stream it is
 * at. In the order in which things were recorded only within a stream.
 */
public final class WholeRecord {

    private final PostgresStorage storage;
    private final TransactionTemplate transaction;

    WholeRecord(PostgresStorage storage, TransactionTemplate transaction) {
        this.storage = storage;
        this.transaction = transaction;
    }

    /**
     * Hands out everything up to a position, inclusive, in parts of whole streams; in the caller's thread.
     *
     * @param atLeast events in a part, unless it is the last
     */
    public void upTo(long position, int atLeast, Consumer<List<Recorded>> part) {
        Parts parts = new Parts(atLeast, part);
        transaction.executeWithoutResult(status -> storage.byStream(position, parts::take));
        parts.end();
    }

    private static final class Parts {
        private final int atLeast;
        private final Consumer<List<Recorded>> part;
        private List<Recorded> collected = new ArrayList<>();

        Parts(int atLeast, Consumer<List<Recorded>> part) {
            this.atLeast = atLeast;
            this.part = part;
        }

        void take(DomainEventMessage<?> event) {
            boolean begins = event.getSequenceNumber() == 0;
            if (begins && collected.size() >= atLeast) end();
            collected.add(Streams.recorded(event));
        }

        void end() {
            if (!collected.isEmpty()) part.accept(collected);
            collected = new ArrayList<>(atLeast);
        }
    }
}
