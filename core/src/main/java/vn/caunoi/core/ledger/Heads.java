package vn.caunoi.core.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a unit of work knows about the ends of streams: the hash of the newest event of each stream it has locked, as
 * committed by whoever came before, and of those it appends itself. All that came before is in a hash, so two equal ones
 * mean an equal stream.
 */
final class Heads {

    private static final String KEY = "ledger.heads";
    private static final String NONE = "";

    private final Map<String, String> newest = new HashMap<>();

    private Heads() {}

    static Heads of(UnitOfWork<?> work) {
        return work.root().getOrComputeResource(KEY, missing -> new Heads());
    }

    static Optional<Heads> current() {
        return CurrentUnitOfWork.isStarted() ? Optional.of(of(CurrentUnitOfWork.get())) : Optional.empty();
    }

    /** Called under the lock of the stream. */
    void found(String stream, Optional<String> hash) {
        newest.putIfAbsent(stream, hash.orElse(NONE));
    }

    void appended(String stream, String hash) {
        newest.put(stream, hash);
    }

    /** Locked in this unit of work before, and looked at. */
    boolean knows(String stream) {
        return newest.containsKey(stream);
    }

    boolean areAt(String stream, String hash) {
        return hash.equals(newest.get(stream));
    }

    /** Known to have no event in the ledger, because somebody looked under the lock. */
    boolean knownEmpty(String stream) {
        return NONE.equals(newest.get(stream));
    }

    /** Empty when nobody looked, or nothing is there. */
    Optional<String> newest(String stream) {
        return Optional.ofNullable(newest.get(stream)).filter(hash -> !hash.equals(NONE));
    }
}
