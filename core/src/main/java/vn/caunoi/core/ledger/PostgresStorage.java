package vn.caunoi.core.ledger;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Vault;

/**
 * The record in PostgreSQL. One statement appends, however many events; a position is one number, and what a reader
 * was shown is complete up to there (see {@link Horizon}): no list of gaps, no guess from timestamps when a gap will
 * not be filled any more. Each event is tied to the one before in its stream (see {@link HashLink}). Takes part in
 * the transaction of the thread, if there is one.
 */
final class PostgresStorage extends BatchingEventStorageEngine {

    /** Longer streams have snapshots, and are read by themselves. */
    private static final int LONG = 200;

    private final Connections database;
    private final Horizon horizon = new Horizon();
    private final Writing writing;
    private final EventQueries queries;
    private final @Nullable StreamReading reading;
    private final Handover handover;

    private PostgresStorage(Builder builder, DataSource database) {
        super(builder);
        this.database = new Connections(database);
        this.handover = new Handover(builder.vault);
        EventNames names = new EventNames();
        Appending appending = new Appending(names);
        this.writing = new Writing(
                this.database,
                appending,
                builder.mayBeRecorded,
                builder.vault,
                handover,
                this::handlePersistenceException);
        this.queries = new EventQueries(names, appending.known(), LedgerJson.member(getEventSerializer()));
        this.reading = getEventSerializer() instanceof LedgerJson json
                ? new StreamReading(names, json, appending.known(), this::opened)
                : null;
    }

    static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) writing.append(events, serializer);
    }

    /** What this storage committed last. */
    Handover handover() {
        return handover;
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        Optional<List<DomainEventMessage<?>>> together = together(stream);
        if (together.isEmpty()) return super.readEvents(stream, first);
        List<DomainEventMessage<?>> events = together.get();
        return DomainEventStream.of(
                events.stream().filter(event -> event.getSequenceNumber() >= first),
                () -> events.getLast().getSequenceNumber());
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return together(stream).isPresent() ? Optional.empty() : super.readSnapshot(stream);
    }

    private Optional<List<DomainEventMessage<?>>> together(String stream) {
        return ReadTogether.current().flatMap(together -> together.of(stream, all -> whole(all, LONG)));
    }

    /** Streams in one statement; those that have no event, or so many, are left out. */
    Map<String, List<DomainEventMessage<?>>> whole(Set<String> streams, int fewerThan) {
        Set<UUID> keys =
                streams.stream().map(stream -> StreamKey.of(stream).key()).collect(toSet());
        Map<String, List<DomainEventMessage<?>>> found = new HashMap<>();
        database.ask("streams cannot be read", connection -> queries.ofStreams(connection, keys, fewerThan))
                .values()
                .forEach(rows -> found.put(rows.getFirst().getAggregateIdentifier(), opened(rows)));
        return found;
    }

    /** Those of the streams that have an event. */
    Set<String> begun(Collection<String> streams) {
        Map<UUID, String> keys = new HashMap<>();
        streams.forEach(stream -> keys.put(StreamKey.of(stream).key(), stream));
        return database.ask("streams cannot be read", connection -> queries.begun(connection, keys.keySet())).stream()
                .map(keys::get)
                .collect(toSet());
    }

    /** One stream from its first event, in one statement; empty when there is none. */
    List<Recorded> whole(String stream) {
        StreamReading direct = reading;
        if (direct == null)
            return readEvents(stream)
                    .asStream()
                    .<Recorded>map(Streams::recorded)
                    .toList();
        return database.ask("a stream cannot be read", connection -> direct.of(connection, stream));
    }

    private List<DomainEventMessage<?>> opened(List<EventRow> rows) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows.stream(), getEventSerializer(), upcasterChain)
                .asStream()
                .collect(toList());
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int most) {
        long position = position(after);
        return database.ask("the record cannot be read after " + position, connection -> {
            long sure = horizon.reached();
            List<TrackedEventData<?>> events = queries.after(connection, position, most);
            return isComplete(events, position, sure)
                    ? events
                    : queries.between(connection, position, horizon.look(connection), most);
        });
    }

    /** Without a gap nothing can be missing, nor with one that was known before to stay. */
    private static boolean isComplete(List<TrackedEventData<?>> events, long position, long sure) {
        if (events.isEmpty()) {
            return true;
        }
        long last = position(events.getLast().trackingToken());
        return last <= sure || last == position + events.size();
    }

    /** One batch; empty when there is nothing to read now. */
    List<TrackedEventMessage<?>> batchAfter(long position) {
        TrackingToken after = new GlobalSequenceTrackingToken(position);
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        fetchTrackedEvents(after, batchSize()).stream(), getEventSerializer(), upcasterChain)
                .toList();
    }

    /** An event that was read otherwise, brought to the present revision. */
    List<? extends DomainEventMessage<?>> opened(EventRow row) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(row), getEventSerializer(), upcasterChain)
                .asStream()
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int most) {
        return database.ask(
                "a stream cannot be read",
                connection -> queries.ofStream(connection, StreamKey.of(stream).key(), first, most));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return database.ask(
                "a stream cannot be read",
                connection ->
                        queries.lastSequence(connection, StreamKey.of(stream).key()));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try {
            database.with(connection -> {
                SnapshotTable.store(connection, snapshot, serializer);
                return true;
            });
        } catch (SQLException e) {
            handlePersistenceException(e, snapshot);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return database.ask("a snapshot cannot be read", connection -> SnapshotTable.read(connection, stream)).stream();
    }

    /** @param others by which other nodes are told; null where there are none */
    Lookout.Questions asked(@Nullable Ear others) {
        return new Lookout.Questions() {
            @Override
            public long drawn() {
                return database.ask("the last position cannot be found", Horizon::drawn);
            }

            @Override
            public void tell() {
                if (others == null) return;
                database.ask("others cannot be told", connection -> {
                    others.tell(connection);
                    return true;
                });
            }

            @Override
            public long horizon() {
                return head();
            }
        };
    }

    private long head() {
        return database.ask("the head cannot be found", horizon::look);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(database.ask("the moment cannot be found", connection -> {
            long head = horizon.look(connection);
            long first = queries.firstSince(connection, moment);
            return first < 0 ? head : Math.min(head, first - 1);
        }));
    }

    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null ? 0 : plain.position().orElse(0);
    }

    static final class Builder extends BatchingEventStorageEngine.Builder {

        private Consumer<Class<?>> mayBeRecorded = type -> {};
        private @Nullable Vault vault;

        /** Throws for a class whose instances must not be recorded. */
        Builder mayBeRecorded(Consumer<Class<?>> check) {
            this.mayBeRecorded = check;
            return this;
        }

        /** Where the keys are that the events are sealed with. */
        Builder sealedBy(Vault keys) {
            this.vault = keys;
            return this;
        }

        PostgresStorage on(DataSource database) {
            return new PostgresStorage(this, database);
        }
    }
}
