package vn.caunoi.core.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The last events of streams, remembered from reading or writing them: guesses, which the append verifies. */
final class Ends {

    private static final int MOST = 8192;

    private final Map<UUID, Appending.Head> heads = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Appending.Head> eldest) {
            return size() > MOST;
        }
    };

    /** Those that are remembered at the sequence asked for. */
    Map<UUID, Appending.Head> of(Map<UUID, Integer> wanted) {
        Map<UUID, Appending.Head> found = new HashMap<>();
        synchronized (heads) {
            wanted.forEach((stream, sequence) -> {
                Appending.Head head = heads.get(stream);
                if (head != null && head.sequence() == sequence) found.put(stream, head);
            });
        }
        return found;
    }

    void remember(UUID stream, Appending.Head head) {
        synchronized (heads) {
            heads.put(stream, head);
        }
    }

    void remember(Map<UUID, Appending.Head> ends) {
        synchronized (heads) {
            heads.putAll(ends);
        }
    }

    /** For the rest of this transaction, and beyond it unless it is rolled back. */
    void rememberIfCommitted(Map<UUID, Appending.Head> ends) {
        remember(ends);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) forget(ends.keySet());
                }
            });
        }
    }

    void forget(Collection<UUID> streams) {
        synchronized (heads) {
            heads.keySet().removeAll(streams);
        }
    }
}
