package vn.caunoi.core.ledger;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One writer per stream at a time, across all nodes: an advisory lock that the current transaction holds to its end.
 * Who writes several streams in one transaction takes them all at once, so that the order is always the same.
 */
public final class StreamLocks {

    private final JdbcClient jdbc;

    StreamLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for and takes the locks of these streams; must be called inside a transaction. */
    public void take(Collection<String> streams) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a stream is locked for a transaction, and there is none");
        }
        streams.stream().distinct().sorted().forEach(this::take);
    }

    private void take(String stream) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:stream, 0))")
                .param("stream", stream)
                .query((row, number) -> true)
                .single();
    }
}
