package vn.caunoi.core.ledger;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Reads the history of one stream, oldest first; empty when there is none. */
public final class Streams {

    private final EventStorageEngine storage;

    Streams(EventStorageEngine storage) {
        this.storage = storage;
    }

    public Stream<Recorded> of(String stream) {
        return storage.readEvents(stream).asStream().map(Streams::recorded);
    }

    /** Sequence of its last event, -1 when there is none. */
    public long last(String stream) {
        return storage.lastSequenceNumberFor(stream).orElse(-1L);
    }

    /** What was recorded by that moment, inclusive. */
    public Stream<Recorded> asOf(String stream, Instant moment) {
        return of(stream).takeWhile(event -> !event.at().isAfter(moment));
    }

    /** Up to that event, inclusive. */
    public Stream<Recorded> upTo(String stream, long sequence) {
        return of(stream).takeWhile(event -> event.sequence() <= sequence);
    }

    static Recorded recorded(DomainEventMessage<?> event) {
        StoredAs stored = StoredNames.nameOf(event.getPayloadType());
        return new Recorded(
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                stored.value(),
                stored.revision(),
                event.getTimestamp(),
                (String) event.getMetaData().get(Commands.BY),
                event.getPayload());
    }
}
