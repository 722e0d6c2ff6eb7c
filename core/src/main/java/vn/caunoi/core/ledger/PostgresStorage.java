package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
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
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The record in PostgreSQL. One statement appends, however many events; a position is one number, and what a reader
 * was shown is complete up to there (see {@link Horizon}): no list of gaps, no guess from timestamps when a gap will
 * not be filled any more. Each event is tied to the one before in its stream (see {@link HashLink}). Takes part in
 * the transaction of the thread, if there is one.
 */
final class PostgresStorage extends BatchingEventStorageEngine implements Lookout.Questions {

    private final ConnectionProvider connections;
    private final Consumer<Class<?>> mayBeRecorded;
    private final Horizon horizon = new Horizon();
    private final Appending appending;
    private final EventQueries queries;

    private PostgresStorage(Builder builder, ConnectionProvider connections) {
        super(builder);
        this.connections = connections;
        this.mayBeRecorded = builder.mayBeRecorded;
        EventNames names = new EventNames();
        this.appending = new Appending(names);
        this.queries = new EventQueries(names, appending);
    }

    static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<Appending.Draft> drafts = new ArrayList<>(events.size());
        List<String> ids = new ArrayList<>();
        for (EventMessage<?> event : events) {
            mayBeRecorded.accept(event.getPayloadType());
            drafts.add(draft(event, serializer, ids));
        }
        Map<UUID, Appending.Head> ends = append(drafts, ids, events.getFirst());
        if (ends.isEmpty()) {
            throw new ConcurrencyException("a stream ends with another event than was thought");
        }
        Heads.current().ifPresent(heads -> tell(heads, events, ends));
    }

    private static void tell(Heads heads, List<? extends EventMessage<?>> events, Map<UUID, Appending.Head> ends) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> fact) {
                String stream = fact.getAggregateIdentifier();
                Appending.Head end = ends.get(StreamKey.of(stream).key());
                if (end != null) heads.appended(stream, HexFormat.of().formatHex(end.hash()));
            }
        }
    }

    private Map<UUID, Appending.Head> append(List<Appending.Draft> drafts, List<String> ids, EventMessage<?> first) {
        try (Connection connection = connections.getConnection()) {
            return appending.append(connection, drafts, ids);
        } catch (SQLException e) {
            handlePersistenceException(e, first);
            throw new EventStoreException("events could not be appended", e);
        }
    }

    private static Appending.Draft draft(EventMessage<?> event, Serializer serializer, List<String> ids) {
        DomainEventMessage<?> fact = EventUtils.asDomainEventMessage(event);
        StreamKey stream = StreamKey.of(fact.getAggregateIdentifier());
        SerializedObject<String> body = fact.serializePayload(serializer, String.class);
        EventRow derived = new EventRow(
                stream.key(),
                fact.getSequenceNumber(),
                new EventNames.Name(body.getType().getName(), body.getType().getRevision(), fact.getType()),
                fact.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                body.getData(),
                new Envelope(null, stream.given(), ""));
        String id = derived.getEventIdentifier().equals(fact.getIdentifier()) ? null : fact.getIdentifier();
        if (id != null) {
            ids.add(id);
        }
        return new Appending.Draft(
                stream.key(),
                Math.toIntExact(fact.getSequenceNumber()),
                derived.name(),
                derived.recorded(),
                derived.body(),
                Envelope.pack(id, stream.given(), fact.getMetaData(), serializer));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int most) {
        long position = position(after);
        return ask("the record cannot be read after " + position, connection -> {
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

    /** Every event of an aggregate up to a position, a stream at a time; in a transaction of the caller's. */
    void byStream(long upTo, Consumer<DomainEventMessage<?>> event) {
        ask("the record cannot be read", connection -> {
            queries.byStream(connection, upTo, row -> opened(row).forEach(event));
            return true;
        });
    }

    private List<? extends DomainEventMessage<?>> opened(EventRow row) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(row), getEventSerializer(), upcasterChain)
                .asStream()
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int most) {
        return ask(
                "a stream cannot be read",
                connection -> queries.ofStream(connection, StreamKey.of(stream).key(), first, most));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return ask(
                "a stream cannot be read",
                connection ->
                        queries.lastSequence(connection, StreamKey.of(stream).key()));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try (Connection connection = connections.getConnection()) {
            SnapshotTable.store(connection, snapshot, serializer);
        } catch (SQLException e) {
            handlePersistenceException(e, snapshot);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return ask("a snapshot cannot be read", connection -> SnapshotTable.read(connection, stream)).stream();
    }

    @Override
    public long drawn() {
        return ask("the last position cannot be found", Horizon::drawn);
    }

    @Override
    public long horizon() {
        return ask("the head cannot be found", horizon::look);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(horizon());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(ask("the moment cannot be found", connection -> {
            long head = horizon.look(connection);
            long first = queries.firstSince(connection, moment);
            return first < 0 ? head : Math.min(head, first - 1);
        }));
    }

    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null ? 0 : plain.position().orElse(0);
    }

    private <R> R ask(String failure, Question<R> question) {
        try (Connection connection = connections.getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new EventStoreException(failure, e);
        }
    }

    private interface Question<R> {
        R of(Connection connection) throws SQLException;
    }

    static final class Builder extends BatchingEventStorageEngine.Builder {

        private Consumer<Class<?>> mayBeRecorded = type -> {};

        /** Throws for a class whose instances must not be recorded. */
        Builder mayBeRecorded(Consumer<Class<?>> check) {
            this.mayBeRecorded = check;
            return this;
        }

        PostgresStorage on(ConnectionProvider connections) {
            return new PostgresStorage(this, connections);
        }
    }
}
