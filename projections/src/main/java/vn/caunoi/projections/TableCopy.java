package vn.caunoi.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies rows into an empty table, in a transaction and a thread of its own. The table has no keys then, and its rows
 * are frozen as they come, so that nobody has to look at them again. It is logged from the beginning: to log it in the
 * end would write it a second time.
 */
final class TableCopy implements AutoCloseable {
    private static final int AHEAD = 16;
    private static final byte[] END = {-1, -1};

    private final DataSource database;
    private final String table;
    private final List<String> columns;
    private final List<String> types;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(AHEAD);
    private final CompletableFuture<Void> written;
    private volatile boolean given;

    TableCopy(DataSource database, String schema, Target target) {
        this.database = database;
        this.table = schema + "." + target.table();
        this.columns = target.names();
        this.types = types(new JdbcTemplate(database), table, columns);
        this.written = Workers.start("rebuild-writer", this::write);
    }

    private static List<String> types(JdbcTemplate jdbc, String table, List<String> columns) {
        return columns.stream()
                .map(column -> Catalog.texts(
                                jdbc,
                                "select format_type(atttypid, null) from pg_attribute"
                                        + " where attrelid = (?::text)::regclass and attname = ?",
                                table,
                                column)
                        .getFirst())
                .toList();
    }

    /** By any thread; waits while too much is waiting to be written. */
    <R> void add(Iterable<R> rows, Function<R, @Nullable Object[]> values) {
        BinaryRows binary = new BinaryRows(types);
        rows.forEach(row -> binary.add(values.apply(row)));
        if (binary.size() > 0) put(binary.take());
    }

    private void put(byte[] rows) {
        try {
            while (!waiting.offer(rows, 100, TimeUnit.MILLISECONDS)) {
                if (written.isDone()) {
                    written.join();
                    throw new IllegalStateException(table + " is not written any more");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was stopped", e);
        }
    }

    private void write() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("truncate " + table);
                for (String key : keys(connection)) statement.execute(key);
                if (copied(connection)) connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(table + " could not be written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the rebuild was stopped", e);
        }
    }

    private List<String> keys(Connection connection) {
        return Catalog.texts(
                new JdbcTemplate(new SingleConnectionDataSource(connection, true)),
                "select format('alter table %s drop constraint %I', ?, conname) from pg_constraint"
                        + " where conrelid = (?::text)::regclass and contype in ('p', 'u')",
                table,
                table);
    }

    /** False when it was given up. */
    private boolean copied(Connection connection) throws SQLException, InterruptedException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary, freeze)"
                        .formatted(table, columns.stream().collect(Collectors.joining(", "))));
        try {
            send(copy, BinaryRows.header());
            while (!given) {
                byte[] rows = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (rows == null) continue;
                send(copy, rows);
                if (rows == END) {
                    copy.endCopy();
                    return true;
                }
            }
            return false;
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private static void send(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    /** Returns when all is committed. */
    void finish() {
        put(END);
        written.join();
    }

    void giveUp() {
        given = true;
    }

    /** Gives up what is not finished. */
    @Override
    public void close() {
        giveUp();
        written.exceptionally(told -> null).join();
    }
}
