package vn.caunoi.core.vault;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Unwrapped keys in memory: a bounded cache for all, filled only by committed transactions, and a small one per
 * transaction. A key that a rollback (also to a savepoint) took back must not be used again: what it sealed could
 * never be opened.
 */
final class OpenKeys {

    private static final int MOST = 20_000;
    /** An erasure on another node is noticed after this. */
    private static final long LIFE_NANOS = Duration.ofSeconds(60).toNanos();

    private record Kept(DataKey key, long until) {}

    private final Map<KeyId, Kept> committed = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyId, Kept> eldest) {
            return size() > MOST;
        }
    };

    @Nullable DataKey find(KeyId id) {
        Map<KeyId, DataKey> mine = ofTransaction();
        DataKey own = mine == null ? null : mine.get(id);
        return own == null ? findCommitted(id) : own;
    }

    void keep(KeyId id, DataKey key) {
        Map<KeyId, DataKey> mine = ofTransaction();
        if (mine == null) {
            keepCommitted(id, key);
        } else {
            mine.put(id, key);
        }
    }

    void forget(KeyId id) {
        synchronized (committed) {
            committed.remove(id);
        }
    }

    /** Also what this transaction had opened; an erasure of its own stays. */
    void forgetEverywhere(KeyId id) {
        forget(id);
        Map<KeyId, DataKey> mine = ofTransaction();
        if (mine != null) mine.computeIfPresent(id, (same, key) -> key instanceof DataKey.Open ? null : key);
    }

    private @Nullable DataKey findCommitted(KeyId id) {
        synchronized (committed) {
            Kept kept = committed.get(id);
            if (kept == null || kept.until() - System.nanoTime() < 0) {
                committed.remove(id);
                return null;
            }
            return kept.key();
        }
    }

    private void keepCommitted(KeyId id, DataKey key) {
        synchronized (committed) {
            committed.put(id, new Kept(key, System.nanoTime() + LIFE_NANOS));
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<KeyId, DataKey> ofTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        Object bound = TransactionSynchronizationManager.getResource(this);
        return bound == null ? bind() : (Map<KeyId, DataKey>) bound;
    }

    private Map<KeyId, DataKey> bind() {
        Map<KeyId, DataKey> mine = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, mine);
        TransactionSynchronizationManager.registerSynchronization(new Settling(mine));
        return mine;
    }

    private final class Settling implements TransactionSynchronization {

        private final Map<KeyId, DataKey> mine;

        Settling(Map<KeyId, DataKey> mine) {
            this.mine = mine;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OpenKeys.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OpenKeys.this, mine);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            mine.clear();
        }

        @Override
        public void afterCommit() {
            mine.forEach(OpenKeys.this::keepCommitted);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OpenKeys.this);
        }
    }
}
