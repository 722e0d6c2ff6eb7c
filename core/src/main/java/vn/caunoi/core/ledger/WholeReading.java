package vn.caunoi.core.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * One reading of the whole record. First everything is gathered by stream, out of two halves of the table at the same
 * time; then readers, one for each thread, take stream after stream. Memory does not grow with the record.
 */
public final class WholeReading implements AutoCloseable {
    private static final long HEAP_BYTES = 12L << 20;
    private static final int MOST_HEAPS = 2_048;
    private static final long MOST_MEMORY = 512L << 20;
    private static final int TOLD_EVERY = 10_000;

    private final DataSource database;
    private final long position;
    private final EventKinds kinds;
    private final boolean metadata;
    private final boolean by;
    private final Supplier<RowOpening> openings;
    private final Gathered gathered;
    private final long blocks;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean stopped;

    WholeReading(
            DataSource database,
            long position,
            EventKinds kinds,
            boolean by,
            Supplier<RowOpening> openings,
            Path folder)
            throws SQLException {
        this.database = database;
        this.position = position;
        this.kinds = kinds;
        this.by = by;
        this.metadata = by || kinds.needUpcasting();
        this.openings = openings;
        this.blocks = blocks();
        int heaps = (int) Math.clamp(blocks * 8_192 / HEAP_BYTES, 2, MOST_HEAPS);
        this.gathered = new Gathered(
                folder, heaps, Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8));
    }

    private long blocks() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_relation_size('ledger.event'::regclass) / 8192")) {
            size.next();
            return size.getLong(1);
        }
    }

    /**
     * Returns when all is gathered.
     *
     * @param read told now and then how many more events were read; by several threads
     */
    public void gather(LongConsumer read) {
        String middle = "'(" + blocks / 2 + ",0)'";
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> scan(" and ctid < " + middle, read), WholeReading::start);
        try {
            scan(" and ctid >= " + middle, read);
            first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EventStoreException cause ? cause : e;
        } finally {
            stopScans(first);
        }
    }

    private static void start(Runnable scan) {
        Thread.ofPlatform().daemon().name("record-reader").start(scan);
    }

    private void scan(String blocks, LongConsumer read) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            open.add(connection);
            try (Statement lock = connection.createStatement()) {
                if (stopped) throw new EventStoreException("the reading was stopped");
                // nothing may move the rows while the other half is read
                lock.execute("lock table ledger.event in access share mode");
                Counting rows = new Counting(read);
                new RecordScan(connection).copy(columns(), condition() + blocks, rows);
                rows.tell();
            } finally {
                open.remove(connection);
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new EventStoreException("the record cannot be read", e);
        }
    }

    private String columns() {
        return metadata ? RowBytes.COLUMNS + ", metadata" : RowBytes.COLUMNS;
    }

    private String condition() {
        return "position <= " + position + " and name = any(" + kinds.numbers() + ")";
    }

    /** How many events were gathered, of those that are wanted. */
    public long gathered() {
        return gathered.rows();
    }

    /** For one thread. */
    public Reader reader() {
        return new Reader(openings.get());
    }

    /** Takes what no other reader has taken. */
    public final class Reader {
        private final RowOpening opening;
        private @Nullable HeapOfStreams heap;

        private Reader(RowOpening opening) {
            this.opening = opening;
        }

        /**
         * Whole streams; empty at the end. What was sealed can be opened until the next part is asked for.
         *
         * @param atLeast so many events, unless there are no more at hand
         */
        public List<WholeRecord.Event> next(int atLeast) {
            while (true) {
                List<RowBytes> rows = heap == null ? List.of() : heap.next(atLeast);
                if (!rows.isEmpty()) return opening.events(rows, kinds, by);
                int next = taken.getAndIncrement();
                if (next >= gathered.size()) return List.of();
                heap = new HeapOfStreams(gathered.take(next));
            }
        }
    }

    private void stopScans(CompletableFuture<Void> other) {
        if (!other.isDone()) stop();
        other.exceptionally(told -> null).join();
    }

    /** Ends a gathering, whatever thread it is in. */
    public void stop() {
        stopped = true;
        for (Connection connection : open) {
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                throw new EventStoreException("the reading cannot be stopped", e);
            }
        }
    }

    @Override
    public void close() {
        gathered.close();
    }

    private final class Counting implements RecordScan.Rows {
        private final LongConsumer read;
        private long untold;

        Counting(LongConsumer read) {
            this.read = read;
        }

        @Override
        public void row(byte[] bytes, int from) {
            gathered.put(bytes, from);
            if (++untold == TOLD_EVERY) tell();
        }

        void tell() {
            read.accept(untold);
            untold = 0;
        }
    }
}
