package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** The questions that are asked of the table of events. */
final class EventQueries {

    private static final String EVENT = "select position, stream, seq, name, recorded, metadata, body";
    private static final String FORWARD = EVENT + " from ledger.event where position > ? order by position limit ?";
    private static final String FORWARD_UP_TO =
            EVENT + " from ledger.event where position > ? and position <= ? order by position limit ?";
    private static final String OF_STREAM =
            EVENT + ", hash from ledger.event where stream = ? and seq >= ? order by seq limit ?";

    private static final String OF_STREAMS = """
            select event.* from unnest(?::uuid[]) as wanted (stream)
            cross join lateral (
              select position, stream, seq, name, recorded, metadata, body, hash
              from ledger.event where event.stream = wanted.stream order by seq limit ?
            ) as event""";

    private static final String BEGUN = """
            select wanted.stream from unnest(?::uuid[]) as wanted (stream)
            where exists (select from ledger.event where event.stream = wanted.stream and seq = 0)""";

    private final EventNames names;
    private final Ends ends;
    private final StreamMember member;

    /** @param member put back into bodies */
    EventQueries(EventNames names, Ends ends, StreamMember member) {
        this.names = names;
        this.ends = ends;
        this.member = member;
    }

    List<TrackedEventData<?>> after(Connection connection, long position, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FORWARD)) {
            select.setLong(1, position);
            select.setInt(2, most);
            return tracked(connection, select);
        }
    }

    List<TrackedEventData<?>> between(Connection connection, long after, long upTo, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FORWARD_UP_TO)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            select.setInt(3, most);
            return tracked(connection, select);
        }
    }

    private List<TrackedEventData<?>> tracked(Connection connection, PreparedStatement select) throws SQLException {
        List<TrackedEventData<?>> events = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                TrackingToken token = new GlobalSequenceTrackingToken(rows.getLong(1));
                EventRow event = event(connection, rows);
                events.add(
                        event.isOfNoAggregate() ? new Loose(token, event) : new TrackedDomainEventData<>(token, event));
            }
        }
        return events;
    }

    Set<UUID> begun(Connection connection, Collection<UUID> streams) throws SQLException {
        Set<UUID> begun = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(BEGUN)) {
            select.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) begun.add(rows.getObject(1, UUID.class));
            }
        }
        return begun;
    }

    /** Also remembers the last one, for who reads a stream often appends to it. */
    List<EventRow> ofStream(Connection connection, UUID stream, long first, int most) throws SQLException {
        List<EventRow> events = new ArrayList<>();
        byte @Nullable [] hash = null;
        try (PreparedStatement select = connection.prepareStatement(OF_STREAM)) {
            select.setObject(1, stream);
            select.setInt(2, Math.toIntExact(first));
            select.setInt(3, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(event(connection, rows));
                    hash = rows.getBytes(8);
                }
            }
        }
        if (hash != null) {
            EventRow last = events.getLast();
            ends.remember(stream, new Appending.Head((int) last.sequence(), hash, last.recorded()));
        }
        return events;
    }

    /** Those with fewer events than that, whole and in order, and remembers their ends; the others are left out. */
    Map<UUID, List<EventRow>> ofStreams(Connection connection, Collection<UUID> streams, int fewerThan)
            throws SQLException {
        Map<UUID, List<EventRow>> found = new HashMap<>();
        Map<UUID, Appending.Head> last = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OF_STREAMS)) {
            select.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            select.setInt(2, fewerThan);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EventRow event = event(connection, rows);
                    found.computeIfAbsent(event.key(), first -> new ArrayList<>())
                            .add(event);
                    last.put(
                            event.key(),
                            new Appending.Head((int) event.sequence(), rows.getBytes(8), event.recorded()));
                }
            }
        }
        found.values().removeIf(events -> events.size() >= fewerThan);
        last.keySet().retainAll(found.keySet());
        ends.remember(last);
        return found;
    }

    Optional<Long> lastSequence(Connection connection, UUID stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq from ledger.event where stream = ? order by seq desc limit 1")) {
            select.setObject(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /**
     * The first position of an event recorded at or after this moment, -1 when there is none. Times need not rise with
     * positions: a guess by halving bounds the search, and before it every event is looked at. Not for daily use.
     */
    long firstSince(Connection connection, Instant moment) throws SQLException {
        OffsetDateTime since = moment.atOffset(ZoneOffset.UTC);
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(min(position + 0), -1) from ledger.event where recorded >= ? and position <= ?")) {
            select.setObject(1, since);
            select.setLong(2, someLater(connection, moment));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long someLater(Connection connection, Instant moment) throws SQLException {
        long found = Long.MAX_VALUE;
        try (PreparedStatement next = connection.prepareStatement(
                "select position, recorded from ledger.event where position > ? order by position limit 1")) {
            long before = 0;
            long until = last(connection);
            while (before < until) {
                long middle = before + (until - before) / 2;
                next.setLong(1, middle);
                try (ResultSet row = next.executeQuery()) {
                    if (row.next()
                            && !row.getObject(2, OffsetDateTime.class)
                                    .toInstant()
                                    .isBefore(moment)) {
                        found = row.getLong(1);
                        until = middle;
                    } else {
                        before = middle + 1;
                    }
                }
            }
        }
        return found;
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(position), 0) from ledger.event");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** An event that no aggregate recorded. */
    private record Loose(TrackingToken trackingToken, EventRow row) implements TrackedEventData<String> {

        @Override
        public String getEventIdentifier() {
            return row.getEventIdentifier();
        }

        @Override
        public Instant getTimestamp() {
            return row.getTimestamp();
        }

        @Override
        public SerializedObject<String> getMetaData() {
            return row.getMetaData();
        }

        @Override
        public SerializedObject<String> getPayload() {
            return row.getPayload();
        }
    }

    private EventRow event(Connection connection, ResultSet row) throws SQLException {
        UUID stream = row.getObject(2, UUID.class);
        EventNames.Name name = names.nameOf(connection, row.getInt(4));
        return new EventRow(
                stream,
                row.getInt(3),
                name,
                row.getObject(5, OffsetDateTime.class).toInstant(),
                member.with(name, stream, row.getString(7)),
                Envelope.unpack(row.getString(6)));
    }
}
