package vn.caunoi.core.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
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

    private final JdbcTemplate jdbc;

    StreamLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for and takes the locks of these streams; must be called inside a transaction. */
    public void take(Collection<String> streams) {
        mustBeInTransaction();
        streams.stream().distinct().sorted().forEach(this::take);
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
            return found.next() ? Optional.of(HexFormat.of().formatHex(found.getBytes(1))) : Optional.empty();
        }
    }

    private static void mustBeInTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a stream is locked for a transaction, and there is none");
        }
    }

    private void take(String stream) {
        jdbc.query(LOCK, row -> {}, stream);
    }
}
