package vn.caunoi.core.ledger;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One writer per stream at a time, across all nodes: an advisory lock that the current transaction holds to its end.
 * Who writes several streams in one transaction takes them all at once, so that the order is always the same.
 */
public final class StreamLocks {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";
    /** Two statements in one round trip: the second sees what was committed while the first waited. */
    private static final String LOCK_AND_LOOK =
            LOCK + "; select hash from ledger.event where stream = ? order by seq desc limit 1";

    /** In the order given, which is the same for everybody. */
    private static final String LOCK_AND_LOOK_AT_ALL = """
            select pg_advisory_xact_lock(hashtextextended(stream, 0))
            from (select stream from unnest(?::text[]) with ordinality as wanted (stream, place)
                  order by place offset 0) as ordered;
            select wanted.stream, newest.hash
            from unnest(?::text[], ?::uuid[]) as wanted (stream, key)
            left join lateral (
              select hash from ledger.event where event.stream = wanted.key order by seq desc limit 1
            ) as newest on true""";

    private final JdbcTemplate jdbc;
    private final ReadyAggregates ready;

    StreamLocks(JdbcTemplate jdbc, ReadyAggregates ready) {
        this.jdbc = jdbc;
        this.ready = ready;
    }

    /**
     * What else is read in the round trip that takes the locks, as it is when all are taken.
     *
     * @param sql asks with one parameter, the ids of the streams as an array of text
     * @param row is shown each row that answers
     */
    public record Look(String sql, RowCallbackHandler row) {}

    /** Waits for and takes the locks of these streams; must be called inside a transaction. */
    public void take(Collection<String> streams) {
        take(streams, List.of());
    }

    /** As {@link #take(Collection)}, and looks at what belongs to them. */
    public void take(Collection<String> streams, List<Look> looks) {
        mustBeInTransaction();
        String[] ordered = streams.stream().distinct().sorted().toArray(String[]::new);
        if (ordered.length == 0) return;
        UUID[] keys =
                Arrays.stream(ordered).map(stream -> StreamKey.of(stream).key()).toArray(UUID[]::new);
        String sql = looks.stream().map(Look::sql).collect(joining("; ", LOCK_AND_LOOK_AT_ALL + "; ", ""));
        PreparedStatementCreator all = connection -> connection.prepareStatement(sql);
        PreparedStatementCallback<Boolean> run = statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("text", ordered));
            statement.setArray(2, connection.createArrayOf("text", ordered));
            statement.setArray(3, connection.createArrayOf("uuid", keys));
            for (int look = 0; look < looks.size(); look++) {
                statement.setArray(4 + look, connection.createArrayOf("text", ordered));
            }
            statement.execute();
            tell(statement);
            for (Look look : looks) show(statement, look);
            return true;
        };
        jdbc.execute(all, run);
    }

    /** What is not ready will have to be read, and then all of it at once. */
    private void tell(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        Optional<Heads> heads = Heads.current();
        try (ResultSet found = statement.getResultSet()) {
            List<String> unready = new ArrayList<>();
            while (heads.isPresent() && found.next()) {
                String stream = found.getString(1);
                Optional<String> newest = hash(found, 2);
                heads.get().found(stream, newest);
                if (newest.isPresent() && !ready.newestOf(stream).equals(newest)) unready.add(stream);
            }
            ReadTogether.expect(unready);
        }
    }

    private static void show(PreparedStatement statement, Look look) throws SQLException {
        statement.getMoreResults();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) look.row().processRow(rows);
        }
    }

    /** Takes the lock of one stream; answers the hash of its newest event, empty when it has none. */
    Optional<String> takeAndLook(String stream) {
        mustBeInTransaction();
        PreparedStatementCreator both = connection -> connection.prepareStatement(LOCK_AND_LOOK);
        PreparedStatementCallback<Optional<String>> run = statement -> {
            statement.setString(1, stream);
            statement.setObject(2, StreamKey.of(stream).key());
            statement.execute();
            return newest(statement);
        };
        return Objects.requireNonNull(jdbc.execute(both, run));
    }

    private static Optional<String> newest(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        try (ResultSet found = statement.getResultSet()) {
            return found.next() ? hash(found, 1) : Optional.empty();
        }
    }

    private static Optional<String> hash(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(HexFormat.of()::formatHex);
    }

    private static void mustBeInTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a stream is locked for a transaction, and there is none");
        }
    }
}
