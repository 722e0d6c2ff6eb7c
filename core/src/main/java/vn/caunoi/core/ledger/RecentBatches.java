package vn.caunoi.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The end of the log as it was read last, so that an event is read and opened once however many follow, wherever each
 * of them stands. What follows a position never changes once it could be read; it only grows.
 */
final class RecentBatches {

    private static final int MOST = 8_192;

    private final Handover handover;
    private final List<TrackedEventMessage<?>> events = new ArrayList<>();
    private long begins = -1;

    RecentBatches(Handover handover) {
        this.handover = handover;
    }

    /** From memory, or read now. */
    List<TrackedEventMessage<?>> after(long position, LongFunction<List<TrackedEventMessage<?>>> read) {
        // within a transaction one may see what is never committed
        return TransactionSynchronizationManager.isActualTransactionActive() || isBefore(position)
                ? read.apply(position)
                : remembered(position, read);
    }

    private synchronized boolean isBefore(long position) {
        return position < begins;
    }

    /** Who comes while another reads waits for what that one finds. */
    private synchronized List<TrackedEventMessage<?>> remembered(
            long position, LongFunction<List<TrackedEventMessage<?>>> read) {
        if (position < begins) return read.apply(position);
        if (begins < 0 || position > ends()) begin(position);
        if (position == ends()) events.addAll(next(position, read));
        List<TrackedEventMessage<?>> found = List.copyOf(events.subList(firstAfter(position), events.size()));
        trim();
        return found;
    }

    /** What was handed over is taken first; the database is asked when there may be more than that. */
    private List<TrackedEventMessage<?>> next(long position, LongFunction<List<TrackedEventMessage<?>>> read) {
        List<TrackedEventMessage<?>> handed = handover.after(position);
        if (!handed.isEmpty() || !handover.isInDoubt()) return handed;
        boolean isEnd = false;
        try {
            List<TrackedEventMessage<?>> found = read.apply(position);
            isEnd = found.isEmpty();
            return found;
        } finally {
            if (!isEnd) handover.mayHaveMissed();
        }
    }

    private void begin(long position) {
        events.clear();
        begins = position;
        handover.mayHaveMissed();
    }

    private long ends() {
        return events.isEmpty() ? begins : position(events.getLast());
    }

    private int firstAfter(long position) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position(events.get(middle)) > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void trim() {
        if (events.size() <= MOST) return;
        List<TrackedEventMessage<?>> oldest = events.subList(0, events.size() / 2);
        begins = position(oldest.getLast());
        oldest.clear();
        events.subList(0, firstAfter(begins)).clear();
    }

    private static long position(TrackedEventMessage<?> event) {
        return PostgresStorage.position(event.trackingToken());
    }
}
