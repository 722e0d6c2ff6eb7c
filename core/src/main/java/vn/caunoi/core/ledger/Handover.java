package vn.caunoi.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealing;

/**
 * What this program committed last, for its followers to take without reading it back. Who stands at a position gets the
 * events behind it as long as position follows on position: each of them is committed and no other can come between.
 * Where one is missing, and when somebody else may have written, the database is asked.
 */
final class Handover {

    private static final String HANDED = "ledger.handed";
    private static final int MOST = 4_096;
    private static final long MOST_CHARACTERS = 8_000_000;

    private record Kept(TrackedEventMessage<?> event, int characters) {}

    private final TreeMap<Long, Kept> waiting = new TreeMap<>();
    private final AtomicBoolean doubt = new AtomicBoolean(true);
    private final @Nullable ReadBack readBack;
    private volatile boolean wanted;
    private long characters;

    /** @param keys of what is sealed; null when nothing is to be handed over */
    Handover(@Nullable Sealing keys) {
        this.readBack = keys == null ? null : new ReadBack(keys);
    }

    boolean isWanted() {
        return wanted;
    }

    /** Whether anybody follows. */
    void want(boolean someone) {
        wanted = someone && readBack != null;
        if (!wanted) forget();
    }

    private synchronized void forget() {
        waiting.clear();
        characters = 0;
        doubt.set(true);
    }

    /** There may be events that were not handed over. */
    void mayHaveMissed() {
        doubt.set(true);
    }

    /** The same, unless all of these that were recorded in the current unit of work were handed over. */
    void recorded(int events) {
        int handed = CurrentUnitOfWork.map(work -> work.root().getOrDefaultResource(HANDED, 0))
                .orElse(0);
        if (handed < events) mayHaveMissed();
    }

    /** @param positions of the events, which are committed; empty when they are not known */
    void committed(List<? extends EventMessage<?>> events, Appending.Tied tied, long[] positions) {
        ReadBack how = readBack;
        if (how == null || positions.length < events.size()) return;
        int handed = 0;
        for (int n = 0; n < positions.length; n++) {
            Appending.Draft draft = tied.batch().drafts().get(n);
            TrackedEventMessage<?> event = isSurelyAsWritten(events.get(n))
                    ? asRead(
                            (DomainEventMessage<?>) events.get(n),
                            tied.written().get(n),
                            positions[n],
                            how)
                    : null;
            if (event == null) continue;
            put(positions[n], new Kept(event, draft.body().length()));
            handed++;
        }
        count(handed);
    }

    private static void count(int handed) {
        if (!CurrentUnitOfWork.isStarted()) return;
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        root.resources().merge(HANDED, handed, (before, more) -> (Integer) before + (Integer) more);
    }

    private static boolean isSurelyAsWritten(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> fact
                && fact.getType() != null
                && fact.getMetaData().values().stream().allMatch(String.class::isInstance);
    }

    private static @Nullable TrackedEventMessage<?> asRead(
            DomainEventMessage<?> fact, Appending.Head written, long position, ReadBack how) {
        Object payload = how.of(fact.getPayload());
        if (payload == null) return null;
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                fact.getType(),
                fact.getAggregateIdentifier(),
                fact.getSequenceNumber(),
                new GenericMessage<>(fact.getIdentifier(), payload, fact.getMetaData()),
                written::recorded);
    }

    private synchronized void put(long position, Kept kept) {
        if (!wanted) return;
        waiting.put(position, kept);
        characters += kept.characters();
        while (waiting.size() > MOST || characters > MOST_CHARACTERS) {
            Map.Entry<Long, Kept> oldest = waiting.firstEntry();
            if (oldest == null) return;
            drop(oldest);
            mayHaveMissed();
        }
    }

    private void drop(Map.Entry<Long, Kept> oldest) {
        waiting.remove(oldest.getKey());
        characters -= oldest.getValue().characters();
    }

    /** The events behind a position, up to the first that is missing; what lies before them is kept no longer. */
    synchronized List<TrackedEventMessage<?>> after(long position) {
        List<TrackedEventMessage<?>> run = new ArrayList<>();
        long next = position + 1;
        for (var first = waiting.firstEntry(); first != null && first.getKey() <= next; first = waiting.firstEntry()) {
            drop(first);
            if (first.getKey() < next) continue;
            run.add(first.getValue().event());
            next++;
        }
        return run;
    }

    /** Whether there may be something behind where {@link #after} ended; who is told so has to look. */
    boolean isInDoubt() {
        return doubt.getAndSet(false) || isSomethingWaiting();
    }

    private synchronized boolean isSomethingWaiting() {
        return !waiting.isEmpty();
    }
}
