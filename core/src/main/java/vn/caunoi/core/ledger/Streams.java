package vn.caunoi.core.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import vn.caunoi.core.vault.Vault;

/** Reads the history of one stream, oldest first; empty when there is none. */
public final class Streams {

    private final PostgresStorage storage;
    private final Vault vault;

    Streams(PostgresStorage storage, Vault vault) {
        this.storage = storage;
        this.vault = vault;
    }

    /**
     * Will be read in this unit of work, which holds their locks: all in one statement, then.
     */
    public void expect(Collection<String> streams) {
        ReadTogether.expect(streams);
    }

    /** Many in one statement, with the keys of all that is sealed in them in another; those that are not there are left out. */
    public Map<String, List<Recorded>> of(Collection<String> streams) {
        Map<String, List<Recorded>> found = new HashMap<>();
        vault.together(() -> {
            storage.whole(Set.copyOf(streams), Integer.MAX_VALUE)
                    .forEach((stream, events) -> found.put(
                            stream, events.stream().map(Streams::recorded).toList()));
        });
        return found;
    }

    /** One from its first event, in one statement, with the keys of all that is sealed in it in another; empty when there is none. */
    public List<Recorded> whole(String stream) {
        List<Recorded> events = new ArrayList<>();
        vault.together(() -> events.addAll(storage.whole(stream)));
        return events;
    }

    public Stream<Recorded> of(String stream) {
        return storage.readEvents(stream).asStream().map(Streams::recorded);
    }

    /** Sequence of its last event, -1 when there is none. */
    public long last(String stream) {
        return storage.lastSequenceNumberFor(stream).orElse(-1L);
    }

    /** Those of these streams that have begun, in one statement. */
    public Set<String> begun(Collection<String> streams) {
        return storage.begun(streams);
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
