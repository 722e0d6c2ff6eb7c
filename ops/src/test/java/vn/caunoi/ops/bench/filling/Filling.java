package vn.caunoi.ops.bench.filling;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Store;

/**
 * Copies rows in by two connections, without the indexes of those tables, which are built afterwards, and without checks
 * of foreign keys. While it lasts the server does not sync its files; before anything is measured it does again, with
 * all that was written on disk.
 */
final class Filling {
    private static final int AT_ONCE = 2;
    private static final int COPIES_EACH = 20_000;
    private static final int BUFFER = 1 << 18;
    private static final List<String> HASTE = List.of(
            "fsync = off",
            "full_page_writes = off",
            "autovacuum = off",
            "max_wal_size = '16GB'",
            "checkpoint_timeout = '1h'");

    private final Ground ground;
    private final Store store;
    private final List<Lines> tables;

    Filling(Ground ground, Store store, List<Lines> tables) {
        this.ground = ground;
        this.store = store;
        this.tables = tables;
    }

    void run(int copies) {
        JdbcTemplate jdbc = store.jdbc();
        List<Index> indexes = Index.of(jdbc, tables.stream().map(Lines::table).toList());
        HASTE.forEach(setting -> jdbc.execute("alter system set " + setting));
        jdbc.execute("select pg_reload_conf()");
        indexes.reversed().forEach(index -> jdbc.execute(index.drop()));
        List<Callable<Void>> pieces = new ArrayList<>();
        for (Lines table : tables)
            for (int from = 1; from <= copies; from += COPIES_EACH)
                pieces.add(piece(table, from, Math.min(copies, from + COPIES_EACH - 1)));
        ground.say("%s: %,d copies of a case into %d tables".formatted(store.name(), copies, tables.size()));
        together(pieces);
        ground.say("%s: %d indexes".formatted(store.name(), indexes.size()));
        together(indexes.stream()
                .sorted(Comparator.comparing(Index::primary).reversed())
                .map(index -> statement(index.make()))
                .toList());
        ground.say(store.name() + ": vacuum");
        together(tables.stream()
                .map(table -> statement("vacuum (analyze) " + table.table()))
                .toList());
        tables.stream().flatMap(table -> table.countingOn().stream()).forEach(jdbc::execute);
        HASTE.forEach(setting -> jdbc.execute("alter system reset " + setting.replaceAll(" .*", "")));
        jdbc.execute("select pg_reload_conf()");
        jdbc.execute("checkpoint");
    }

    private Callable<Void> piece(Lines lines, int from, int to) {
        return () -> {
            try (Connection connection = connection()) {
                CopyIn copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy %s (%s) from stdin".formatted(lines.table(), String.join(", ", lines.columns())));
                Chain chain = new Chain();
                Bytes bytes = new Bytes();
                for (int n = from; n <= to; n++) {
                    lines.copy(n, chain, bytes);
                    if (bytes.size() < BUFFER && n < to) continue;
                    copy.writeToCopy(bytes.array(), 0, bytes.size());
                    bytes.clear();
                }
                copy.endCopy();
            }
            return null;
        };
    }

    private Callable<Void> statement(String sql) {
        return () -> {
            try (Connection connection = connection()) {
                new JdbcTemplate(new SingleConnectionDataSource(connection, true)).execute(sql);
            }
            return null;
        };
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(store.url(), store.user(), store.password());
        connection
                .createStatement()
                .execute("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
        return connection;
    }

    private static void together(List<Callable<Void>> all) {
        try (ExecutorService two = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> one : two.invokeAll(all)) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
