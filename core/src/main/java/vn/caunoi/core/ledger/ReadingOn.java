package vn.caunoi.core.ledger;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads the record on from a position, for who keeps that position beside what follows from it. */
public final class ReadingOn {

    /** @param position of the last event that was looked at, wanted or not */
    public record Part(List<Recorded> events, long position) {
        public Part {
            events = List.copyOf(events);
        }
    }

    private final EventStore events;

    ReadingOn(EventStore events) {
        this.events = events;
    }

    /** Where the record ends now. */
    public long head() {
        return PostgresStorage.position(events.createHeadToken());
    }

    /** Hears what is recorded from there on. */
    public Listening listen(long after) {
        return new Listening(events, after);
    }

    /** @param most events to be looked at; nothing that is still being written is missed */
    public Part after(long position, int most, Wanted wanted) {
        List<Recorded> found = new ArrayList<>();
        long at = position;
        try (BlockingStream<TrackedEventMessage<?>> stream =
                events.openStream(new GlobalSequenceTrackingToken(position))) {
            for (int read = 0; read < most && stream.hasNextAvailable(); read++) {
                TrackedEventMessage<?> next = stream.nextAvailable();
                at = PostgresStorage.position(next.trackingToken());
                if (next instanceof DomainEventMessage<?> event && wanted.includes(event.getPayloadType()))
                    found.add(Streams.recorded(event));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Part(found, at);
    }
}
