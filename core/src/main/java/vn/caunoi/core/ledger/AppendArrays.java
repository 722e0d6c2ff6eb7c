package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of an append, and the ends of the streams they go on from, as arrays. */
final class AppendArrays {

    private final Appending.Tied tied;

    AppendArrays(Appending.Tied tied) {
        this.tied = tied;
    }

    /** Answers the place of the next parameter. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        List<Appending.Draft> drafts = tied.batch().drafts();
        int at = first;
        array(statement, at++, "int8", tied.written(), head -> HashLink.micros(head.recorded()));
        array(statement, at++, "int4", drafts, Appending.Draft::sequence);
        statement.setArray(at++, statement.getConnection().createArrayOf("int4", boxed(tied.names())));
        array(statement, at++, "uuid", drafts, Appending.Draft::stream);
        hashes(
                statement,
                at++,
                tied.written().stream().map(Appending.Head::hash).toArray(byte[][]::new));
        array(statement, at++, "text", drafts, Appending.Draft::metadata);
        array(statement, at++, "text", drafts, Appending.Draft::body);
        return bindEnds(statement, at);
    }

    private int bindEnds(PreparedStatement statement, int first) throws SQLException {
        List<Map.Entry<UUID, Integer>> ends = List.copyOf(tied.before().entrySet());
        int at = first;
        String lock = tied.batch().lock();
        if (lock != null) statement.setString(at++, lock);
        array(statement, at++, "uuid", ends, Map.Entry::getKey);
        array(statement, at++, "int4", ends, Map.Entry::getValue);
        byte[] @Nullable [] hashes = new byte[ends.size()][];
        for (int n = 0; n < hashes.length; n++) {
            Appending.Head end = tied.ends().get(ends.get(n).getKey());
            hashes[n] = end == null ? null : end.hash();
        }
        hashes(statement, at++, hashes);
        return at;
    }

    private static Object[] boxed(int[] numbers) {
        Object[] boxed = new Object[numbers.length];
        for (int n = 0; n < boxed.length; n++) boxed[n] = numbers[n];
        return boxed;
    }

    private static <T> void array(
            PreparedStatement statement, int at, String type, List<T> of, Function<? super T, Object> value)
            throws SQLException {
        statement.setArray(
                at,
                statement
                        .getConnection()
                        .createArrayOf(type, of.stream().map(value).toArray()));
    }

    private static void hashes(PreparedStatement statement, int at, byte[] @Nullable [] hashes) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(at, connection.createArrayOf("bytea", hashes));
    }
}
