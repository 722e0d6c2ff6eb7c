package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads one stream from its first event: what is of the present revision straight from its bytes, anything else through
 * the upcasters.
 */
final class StreamReading {

    /** Without a limit the plan is the same for every stream, and the database makes it once. */
    private static final String WHOLE =
            "select seq, name, recorded, metadata, body, hash from ledger.event where stream = ? order by seq";

    private record Place(UUID key, String stream) {}

    private final EventNames names;
    private final LedgerJson json;
    private final ObjectMapper mapper;
    private final Ends ends;
    private final Function<EventRow, List<? extends DomainEventMessage<?>>> upcast;

    /** @param upcast reads what is not of the present revision */
    StreamReading(
            EventNames names,
            LedgerJson json,
            Ends ends,
            Function<EventRow, List<? extends DomainEventMessage<?>>> upcast) {
        this.names = names;
        this.json = json;
        this.mapper = json.getObjectMapper();
        this.ends = ends;
        this.upcast = upcast;
    }

    /** Also remembers the last one, for who reads a stream often appends to it. */
    List<Recorded> of(Connection connection, String stream) throws SQLException {
        UUID key = StreamKey.of(stream).key();
        List<Recorded> events = new ArrayList<>();
        StreamMember.Bytes body = LedgerJson.member(json).new Bytes();
        Appending.@Nullable Head last = null;
        try (PreparedStatement select = connection.prepareStatement(WHOLE)) {
            select.setObject(1, key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) last = read(connection, row, body, new Place(key, stream), events);
            }
        }
        if (last != null) ends.remember(key, last);
        return events;
    }

    private Appending.Head read(
            Connection connection, ResultSet row, StreamMember.Bytes body, Place place, List<Recorded> events)
            throws SQLException {
        int sequence = row.getInt(1);
        EventNames.Name name = names.nameOf(connection, row.getInt(2));
        var recorded = row.getObject(3, OffsetDateTime.class).toInstant();
        String metadata = row.getString(4);
        Class<?> type = json.present(name);
        if (type == null) {
            EventRow old = new EventRow(
                    place.key(),
                    sequence,
                    name,
                    recorded,
                    LedgerJson.member(json).with(name, place.key(), row.getString(5)),
                    Envelope.unpack(metadata));
            upcast.apply(old).forEach(event -> events.add(Streams.recorded(event)));
        } else {
            byte[] stored = row.getBytes(5);
            body.complete(name, place.key(), stored, 0, stored.length);
            Object payload = mapper.readValue(body.bytes(), body.from(), body.length(), type);
            int revision = StoredNames.nameOf(type).revision();
            events.add(new Recorded(
                    place.stream(), sequence, name.name(), revision, recorded, Envelope.by(metadata), payload));
        }
        return new Appending.Head(sequence, row.getBytes(6), recorded);
    }
}
