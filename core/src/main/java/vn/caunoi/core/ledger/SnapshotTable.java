package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** The last snapshot of each stream; older ones go when a newer one comes. A cache: may be emptied at any time. */
final class SnapshotTable {

    private static final String STORE = """
            with older as (delete from ledger.snapshot where stream = ? and sequence < ?)
            insert into ledger.snapshot (stream, sequence, kind, event_id, recorded, name, revision, body, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String READ = """
            select sequence, kind, event_id, recorded, name, revision, body, metadata
            from ledger.snapshot where stream = ? order by sequence desc limit 1""";

    private SnapshotTable() {}

    static void store(Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        SerializedObject<String> body = snapshot.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = snapshot.serializeMetaData(serializer, String.class);
        try (PreparedStatement insert = connection.prepareStatement(STORE)) {
            insert.setString(1, snapshot.getAggregateIdentifier());
            insert.setLong(2, snapshot.getSequenceNumber());
            insert.setString(3, snapshot.getAggregateIdentifier());
            insert.setLong(4, snapshot.getSequenceNumber());
            insert.setString(5, snapshot.getType());
            insert.setString(6, snapshot.getIdentifier());
            insert.setObject(
                    7, snapshot.getTimestamp().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            insert.setString(8, body.getType().getName());
            insert.setString(9, body.getType().getRevision());
            insert.setString(10, body.getData());
            insert.setString(11, metadata.getData());
            insert.executeUpdate();
        }
    }

    static List<DomainEventData<?>> read(Connection connection, String stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? List.of(snapshot(stream, row)) : List.of();
            }
        }
    }

    private static DomainEventData<?> snapshot(String stream, ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("kind"),
                stream,
                row.getLong("sequence"),
                row.getString("event_id"),
                // as text, for the entry cuts an instant down to milliseconds
                row.getObject("recorded", OffsetDateTime.class).toInstant().toString(),
                row.getString("name"),
                row.getString("revision"),
                row.getString("body"),
                row.getString("metadata"));
    }
}
