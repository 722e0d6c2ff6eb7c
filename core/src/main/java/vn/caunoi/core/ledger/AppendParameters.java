package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Fills in the statement of an append: one array a column, in the order of the statement. */
final class AppendParameters {

    private final Connection connection;
    private final PreparedStatement insert;
    private int next = 1;

    AppendParameters(Connection connection, PreparedStatement insert) {
        this.connection = connection;
        this.insert = insert;
    }

    void ties(Map<UUID, Integer> before, Map<UUID, Appending.Head> expected) throws SQLException {
        add("uuid", before.keySet().toArray());
        add("int4", before.values().stream().mapToInt(Integer::intValue).toArray());
        byte[] @Nullable [] hashes = new byte[before.size()] @Nullable [];
        int n = 0;
        for (UUID stream : before.keySet()) {
            Appending.Head head = expected.get(stream);
            hashes[n++] = head == null ? null : head.hash();
        }
        add("bytea", hashes);
    }

    void ids(List<String> ids) throws SQLException {
        add("text", ids.toArray(String[]::new));
    }

    void drafts(List<Appending.Draft> drafts, List<Appending.Head> written, int[] names) throws SQLException {
        add(
                "int8",
                written.stream()
                        .mapToLong(head -> HashLink.micros(head.recorded()))
                        .toArray());
        add("int4", drafts.stream().mapToInt(Appending.Draft::sequence).toArray());
        add("int4", names);
        add("uuid", drafts.stream().map(Appending.Draft::stream).toArray());
        add("bytea", written.stream().map(Appending.Head::hash).toArray(byte[][]::new));
        add("text", drafts.stream().map(Appending.Draft::metadata).toArray(String[]::new));
        add("text", drafts.stream().map(Appending.Draft::body).toArray(String[]::new));
    }

    private void add(String type, Object values) throws SQLException {
        insert.setArray(next++, connection.unwrap(PGConnection.class).createArrayOf(type, values));
    }
}
