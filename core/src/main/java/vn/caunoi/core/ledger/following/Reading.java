package vn.caunoi.core.ledger.following;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Reads the record from where it stopped, or anew from elsewhere. Used by one thread. */
final class Reading {

    private final StreamableMessageSource<TrackedEventMessage<?>> record;
    private final Runnable onAvailable;
    private @Nullable BlockingStream<TrackedEventMessage<?>> stream;
    private long position;

    Reading(StreamableMessageSource<TrackedEventMessage<?>> record, Runnable onAvailable) {
        this.record = record;
        this.onAvailable = onAvailable;
    }

    /** What can be read now after a position, up to another; what came of one recorded event stays together. */
    List<TrackedEventMessage<?>> between(long from, long until, int most) {
        BlockingStream<TrackedEventMessage<?>> open = at(from);
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        while (true) {
            TrackedEventMessage<?> next = open.peek().orElse(null);
            if (next == null) break;
            long at = position(next);
            if (at > until || (events.size() >= most && at > position)) break;
            events.add(taken(open));
            position = at;
        }
        return events;
    }

    /** The next question is asked of the database whatever was found before. */
    void anew() {
        close();
    }

    void close() {
        BlockingStream<TrackedEventMessage<?>> open = stream;
        stream = null;
        if (open != null) open.close();
    }

    private BlockingStream<TrackedEventMessage<?>> at(long from) {
        BlockingStream<TrackedEventMessage<?>> open = stream;
        if (open != null && position == from) return open;
        close();
        open = record.openStream(new GlobalSequenceTrackingToken(from));
        open.setOnAvailableCallback(onAvailable);
        position = from;
        stream = open;
        return open;
    }

    private static TrackedEventMessage<?> taken(BlockingStream<TrackedEventMessage<?>> open) {
        try {
            return open.nextAvailable();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading the record", stopped);
        }
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElse(0);
    }
}
