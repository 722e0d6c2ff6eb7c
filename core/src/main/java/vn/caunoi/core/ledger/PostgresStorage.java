package vn.caunoi.core.ledger;

import static org.axonframework.common.jdbc.JdbcUtils.executeQuery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC storage with its own way of following the log. Axon guesses from timestamps which gaps in the numbering
 * may still be filled; ours carry the business clock, so the guess would lose events. Here every writer announces,
 * before it draws numbers, that all of them will lie above the number it saw; readers stop below the lowest
 * announcement of a transaction that is still open. A position is therefore one number, and nothing before it is
 * missing.
 */
final class PostgresStorage extends JdbcEventStorageEngine {

    /** Separates these advisory locks from all others: "ledg". */
    private static final int ANNOUNCEMENTS = 0x6c656467;

    private static final String ANNOUNCE =
            "select pg_advisory_xact_lock_shared(" + ANNOUNCEMENTS + ", (" + lastNumber() + ")::int)";
    /** Another node's clock may run ahead: within a stream, time does not go back. */
    private static final String INSERT = """
            insert into ledger.event
              (stream, sequence, kind, event_id, recorded, name, revision, body, metadata)
            values (?, ?, ?, ?,
              greatest(?, (select recorded from ledger.event where stream = ? order by sequence desc limit 1)),
              ?, ?, ?, ?)""";

    private static final String OPEN_ANNOUNCEMENTS = """
            select min(objid::bigint) from pg_locks
            where locktype = 'advisory' and classid = %d and objsubid = 2 and granted
              and database = (select oid from pg_database where datname = current_database())""".formatted(ANNOUNCEMENTS);

    private final TransactionManager transactions;

    PostgresStorage(Builder builder, TransactionManager transactions) {
        super(builder);
        this.transactions = transactions;
    }

    private static String lastNumber() {
        return "select case when is_called then last_value else 0 end from ledger.event_global_index_seq";
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        events.forEach(event -> StoredNames.nameOf(event.getPayloadType()));
        super.appendEvents(events, serializer);
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        try (PreparedStatement announce = connection.prepareStatement(ANNOUNCE)) {
            announce.execute();
        }
        PreparedStatement insert = connection.prepareStatement(INSERT);
        for (EventMessage<?> event : events) {
            bind(insert, EventUtils.asDomainEventMessage(event), serializer);
            insert.addBatch();
        }
        return insert;
    }

    private void bind(PreparedStatement insert, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        SerializedObject<String> body = event.serializePayload(serializer, String.class);
        insert.setString(1, event.getAggregateIdentifier());
        insert.setLong(2, event.getSequenceNumber());
        insert.setString(3, event.getType());
        insert.setString(4, event.getIdentifier());
        writeTimestamp(insert, 5, event.getTimestamp());
        insert.setString(6, event.getAggregateIdentifier());
        insert.setString(7, body.getType().getName());
        insert.setString(8, body.getType().getRevision());
        insert.setString(9, body.getData());
        insert.setString(10, event.serializeMetaData(serializer, String.class).getData());
    }

    /** One batch: the caller comes again. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken after, boolean mayBlock) {
        return fetchTrackedEvents(after, batchSize()).stream();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int most) {
        long position = position(after);
        return transactions.fetchInTransaction(() -> {
            List<TrackedEventData<?>> events = read(position, Long.MAX_VALUE, most);
            return hasGaps(events, position) ? read(position, horizon(), most) : events;
        });
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(transactions.fetchInTransaction(this::horizon));
    }

    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null ? 0 : plain.position().orElse(0);
    }

    private static boolean hasGaps(List<TrackedEventData<?>> events, long position) {
        return !events.isEmpty() && position(events.getLast().trackingToken()) != position + events.size();
    }

    /** The last number below which nothing can appear any more. The order of the two questions matters. */
    private long horizon() {
        long drawn = number(lastNumber());
        long announced = number(OPEN_ANNOUNCEMENTS);
        return announced < 0 ? drawn : Math.min(drawn, announced);
    }

    private long number(String sql) {
        return executeQuery(
                getConnection(),
                connection -> connection.prepareStatement(sql),
                row -> row.next() && row.getObject(1) != null ? row.getLong(1) : -1L,
                e -> new EventStoreException("the ledger's numbers cannot be read", e));
    }

    private List<TrackedEventData<?>> read(long after, long upTo, int most) {
        String sql = "select " + schema().trackedEventFields() + " from " + schema().domainEventTable()
                + " where global_index > ? and global_index <= ? order by global_index limit ?";
        return executeQuery(
                getConnection(),
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setLong(1, after);
                    statement.setLong(2, upTo);
                    statement.setInt(3, most);
                    return statement;
                },
                this::trackedEvents,
                e -> new EventStoreException("the ledger cannot be read after " + after, e));
    }

    private List<TrackedEventData<?>> trackedEvents(ResultSet rows) throws SQLException {
        List<TrackedEventData<?>> events = new ArrayList<>();
        while (rows.next()) {
            TrackingToken token = new GlobalSequenceTrackingToken(rows.getLong(schema().globalIndexColumn()));
            events.add(new TrackedDomainEventData<>(token, getDomainEventData(rows)));
        }
        return events;
    }

    /** As text, for Axon cuts an instant down to milliseconds. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant recorded) throws SQLException {
        statement.setObject(position, OffsetDateTime.ofInstant(recorded, ZoneOffset.UTC));
    }
}
