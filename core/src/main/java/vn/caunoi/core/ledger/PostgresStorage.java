package vn.caunoi.core.ledger;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
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
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import vn.caunoi.core.vault.NewKey;
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

    private final DataSource database;
    private final Consumer<Class<?>> mayBeRecorded;
    private final @Nullable Vault vault;
    private final Horizon horizon = new Horizon();
    private final Appending appending;
    private final EventQueries queries;
    private final @Nullable StreamReading reading;
    private final Handover handover;

    private PostgresStorage(Builder builder, DataSource database) {
        super(builder);
        this.database = database;
        this.mayBeRecorded = builder.mayBeRecorded;
        this.vault = builder.vault;
        this.handover = new Handover(builder.vault);
        EventNames names = new EventNames();
        this.appending = new Appending(names);
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
        if (events.isEmpty()) {
            return;
        }
        Optional<LastStatement> last = LastStatement.aboutToCommit();
        Map<UUID, Appending.Head> ends = last.isPresent()
                ? appendWithCommit(last.get(), events, serializer)
                : appendNow(events, drafted(events, serializer));
        Heads.current().ifPresent(heads -> tell(heads, events, ends));
        ReadTogether.current().ifPresent(together -> grown(together, events));
    }

    private static void grown(ReadTogether together, List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> fact) together.forget(fact.getAggregateIdentifier());
        }
    }

    private Drafting drafted(List<? extends EventMessage<?>> events, Serializer serializer) {
        Drafting drafting = new Drafting(serializer, mayBeRecorded);
        events.forEach(drafting::add);
        return drafting;
    }

    private Map<UUID, Appending.Head> appendNow(List<? extends EventMessage<?>> events, Drafting drafted) {
        return withConnection(events, connection -> {
            LastStatement.sendNow();
            Map<UUID, Appending.Head> ends = appending.append(connection, new Appending.Batch(drafted));
            if (ends.isEmpty()) {
                throw new ConcurrencyException("a stream ends with another event than was thought");
            }
            return ends;
        });
    }

    private Map<UUID, Appending.Head> appendWithCommit(
            LastStatement last, List<? extends EventMessage<?>> events, Serializer serializer) {
        Optional<Trust> trust = Trust.used();
        Drafting drafting = new Drafting(serializer, mayBeRecorded);
        Runnable draft = () -> events.forEach(drafting::add);
        List<NewKey> keys = List.of();
        if (vault != null && trust.filter(Trust::asFirst).isPresent()) {
            keys = vault.presumingNew(draft);
        } else {
            draft.run();
        }
        Appending.Batch batch =
                new Appending.Batch(drafting, keys, trust.flatMap(Trust::stream).orElse(null));
        trust.ifPresent(used -> used.proveBy(events));
        Appending.Tied tied = withConnection(events, connection -> appending.tie(connection, batch));
        if (trust.isPresent() && tied.isAfterNothing()) {
            throw new ConcurrencyException("the event that was thought to be the last of the stream is not there");
        }
        last.waitForCommit(withCommit -> {
            trust.ifPresent(Trust::sending);
            send(events, tied, withCommit);
        });
        return tied.tips();
    }

    private void send(List<? extends EventMessage<?>> events, Appending.Tied tied, boolean withCommit) {
        Drawn drawn = withCommit && handover.isWanted() ? Drawn.of(tied) : Drawn.unasked();
        boolean done = withConnection(events, connection -> appending.send(connection, tied, withCommit, drawn));
        if (done && withCommit) handover.committed(events, tied, drawn.positions());
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
        ask("streams cannot be read", connection -> queries.ofStreams(connection, keys, fewerThan))
                .values()
                .forEach(rows -> found.put(rows.getFirst().getAggregateIdentifier(), opened(rows)));
        return found;
    }

    /** One stream from its first event, in one statement; empty when there is none. */
    Set<String> begun(Collection<String> streams) {
        Map<UUID, String> keys = new HashMap<>();
        streams.forEach(stream -> keys.put(StreamKey.of(stream).key(), stream));
        return ask("streams cannot be read", connection -> queries.begun(connection, keys.keySet())).stream()
                .map(keys::get)
                .collect(toSet());
    }

    List<Recorded> whole(String stream) {
        StreamReading direct = reading;
        if (direct == null)
            return readEvents(stream)
                    .asStream()
                    .<Recorded>map(Streams::recorded)
                    .toList();
        return ask("a stream cannot be read", connection -> direct.of(connection, stream));
    }

    private List<DomainEventMessage<?>> opened(List<EventRow> rows) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows.stream(), getEventSerializer(), upcasterChain)
                .asStream()
                .collect(toList());
    }

    private static void tell(Heads heads, List<? extends EventMessage<?>> events, Map<UUID, Appending.Head> ends) {
        String told = "";
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> fact && !told.equals(fact.getAggregateIdentifier())) {
                told = fact.getAggregateIdentifier();
                Appending.Head end = ends.get(StreamKey.of(told).key());
                if (end != null) heads.appended(told, HexFormat.of().formatHex(end.hash()));
            }
        }
    }

    private <R> R withConnection(List<? extends EventMessage<?>> events, Question<R> question) {
        try {
            return connected(question);
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
            throw new EventStoreException("events could not be appended", e);
        }
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

    /** An event that was read otherwise, brought to the present revision. */
    List<? extends DomainEventMessage<?>> opened(EventRow row) {
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
        try {
            connected(connection -> {
                SnapshotTable.store(connection, snapshot, serializer);
                return true;
            });
        } catch (SQLException e) {
            handlePersistenceException(e, snapshot);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return ask("a snapshot cannot be read", connection -> SnapshotTable.read(connection, stream)).stream();
    }

    /** @param others by which other nodes are told; null where there are none */
    Lookout.Questions asked(@Nullable Ear others) {
        return new Lookout.Questions() {
            @Override
            public long drawn() {
                return ask("the last position cannot be found", Horizon::drawn);
            }

            @Override
            public void tell() {
                if (others == null) return;
                ask("others cannot be told", connection -> {
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
        return ask("the head cannot be found", horizon::look);
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
        LastStatement.sendNow();
        try {
            return connected(question);
        } catch (SQLException e) {
            throw new EventStoreException(failure, e);
        }
    }

    /** That of the thread's transaction, if there is one. */
    private <R> R connected(Question<R> question) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return question.of(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private interface Question<R> {
        R of(Connection connection) throws SQLException;
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
