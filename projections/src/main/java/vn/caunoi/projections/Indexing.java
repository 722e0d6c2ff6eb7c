package vn.caunoi.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives tables the keys and indexes that the live ones have, by the same names; two at a time. */
final class Indexing {
    private static final int AT_ONCE = 2;
    private static final String LIVE = Tables.LIVE;

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final String schema;
    private final List<String> tables;
    private final Queue<String> work = new ConcurrentLinkedQueue<>();
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();

    Indexing(DataSource database, String schema, List<String> tables) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.schema = schema;
        this.tables = tables;
    }

    /** @param meanwhile run now and then; when it throws, nothing more is built */
    void run(Runnable meanwhile) throws InterruptedException {
        tables.forEach(table -> work.addAll(missing(table)));
        tables.forEach(table -> work.add("analyze " + schema + "." + table));
        CompletableFuture<Void> all =
                CompletableFuture.allOf(Stream.generate(() -> Workers.start("rebuild-index", this::work))
                        .limit(AT_ONCE)
                        .toArray(CompletableFuture<?>[]::new));
        try {
            Workers.await(all, meanwhile);
        } finally {
            work.clear();
            running.forEach(Indexing::cancel);
            all.exceptionally(told -> null).join();
        }
        for (String table : tables) keys(table).forEach(jdbc::execute);
    }

    private void work() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '128MB'");
            running.add(statement);
            try {
                for (String next = work.poll(); next != null; next = work.poll()) statement.execute(next);
            } finally {
                running.remove(statement);
                statement.execute("reset maintenance_work_mem");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the new tables cannot be indexed: " + e.getMessage(), e);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new IllegalStateException("an index that is being built cannot be stopped", e);
        }
    }

    private List<String> missing(String table) {
        return Catalog.texts(jdbc, """
                select replace(indexdef, format(' ON %I.%I ', schemaname, tablename), format(' ON %I.%I ', ?::text, tablename))
                  from pg_indexes i where schemaname = ? and tablename = ? and not exists
                    (select from pg_indexes s where s.schemaname = ? and s.indexname = i.indexname)
                 order by indexdef like '%UNIQUE%' desc, indexname""", schema, LIVE, table, schema);
    }

    /** Of indexes that are there. */
    private List<String> keys(String table) {
        return Catalog.texts(jdbc, """
                select format('alter table %I.%I add constraint %I %s using index %I', ?, ?, c.conname,
                              case c.contype when 'p' then 'primary key' else 'unique' end, c.conname)
                  from pg_constraint c where c.conrelid = (?::text)::regclass and c.contype in ('p', 'u')
                   and not exists (select from pg_constraint s
                                    where s.conrelid = (?::text)::regclass and s.conname = c.conname)""", schema, table, LIVE + "." + table, schema + "." + table);
    }
}
