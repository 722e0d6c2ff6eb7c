package vn.caunoi.core.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as their last command left them, so that the next one need not read the stream. One is given out only to
 * who holds the stream's lock and found the stream to end where this aggregate stands; so what another node wrote, and
 * what was rolled back, is never overlooked. It is taken out while it is in use: what a failed command made of it is
 * dropped with it.
 */
final class ReadyAggregates implements Cache {

    private static final String LEAVING = "ledger.leaving";

    private record Ready(Object aggregate, String newest) {}

    private final Map<Object, Ready> ready;

    /** @param most how many are kept; those not used longest go first */
    ReadyAggregates(int most) {
        this.ready = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Ready> eldest) {
                return size() > most;
            }
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> @Nullable V get(K key) {
        Ready found = ready.remove(key);
        return found != null && isCurrent(key, found) ? (V) found.aggregate() : null;
    }

    private static boolean isCurrent(Object stream, Ready found) {
        return Heads.current()
                .filter(heads -> heads.areAt(stream.toString(), found.newest()))
                .isPresent();
    }

    /** The newest event of the aggregate that is ready, to be believed by who will check it. */
    Optional<String> newestOf(String stream) {
        return Optional.ofNullable(ready.get(stream)).map(Ready::newest);
    }

    /** It comes back when all of the unit of work is about to be committed, with what was appended by then. */
    @Override
    public void put(Object key, Object aggregate) {
        if (!CurrentUnitOfWork.isStarted()) return;
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        root.<Map<Object, Object>>getOrComputeResource(LEAVING, missing -> {
                    Map<Object, Object> leaving = new LinkedHashMap<>();
                    root.onCommit(done -> takeBack(leaving, Heads.of(root)));
                    return leaving;
                })
                .put(key, aggregate);
    }

    private void takeBack(Map<Object, Object> leaving, Heads heads) {
        leaving.forEach((key, aggregate) ->
                heads.newest(key.toString()).ifPresent(newest -> ready.put(key, new Ready(aggregate, newest))));
        leaving.clear();
    }

    @Override
    public boolean putIfAbsent(Object key, Object aggregate) {
        put(key, aggregate);
        return true;
    }

    /** Also what the current unit of work meant to bring back: part of it was rolled back. */
    @Override
    public boolean remove(Object key) {
        if (CurrentUnitOfWork.isStarted()) {
            Map<Object, Object> leaving = CurrentUnitOfWork.get().root().getResource(LEAVING);
            if (leaving != null) leaving.remove(key);
        }
        return ready.remove(key) != null;
    }

    @Override
    public void removeAll() {
        ready.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return ready.containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }

    /** For tests: what is kept now. */
    Set<Object> kept() {
        return Set.copyOf(ready.keySet());
    }
}
