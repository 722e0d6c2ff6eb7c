package vn.caunoi.ops.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.caunoi.core.testing.CountedSockets;

/**
 * One side's database, on the server that both sides share, with a pool set as the program's.
 *
 * @param url with everything but user and password
 */
public record Store(String name, String url, String user, String password, HikariDataSource pool)
        implements AutoCloseable {
    /** As in the program's settings. */
    static final int MOST_CONNECTIONS = 30;

    static Store open(String name, String server, String user, String password) {
        String url = CountedSockets.counted(
                "jdbc:postgresql://" + server + "/" + name + "?reWriteBatchedInserts=true", name);
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setMaximumPoolSize(MOST_CONNECTIONS);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(10_000);
        settings.setPoolName(name);
        return new Store(name, url, user, password, new HikariDataSource(settings));
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs statements that load much, without checks of foreign keys and without the indexes of those tables, which are
     * built at the end.
     */
    public void load(String schema, List<String> tables, String... statements) {
        var one = new SingleConnectionDataSource(url, user, password, true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(one);
            jdbc.execute("set session_replication_role = replica");
            List<Map<String, Object>> indexes = jdbc.queryForList(
                    "select indexdef, format('%I.%I', schemaname, indexname) as name from pg_indexes i"
                            + " where schemaname = ? and tablename = any(?) and not exists (select from pg_constraint c"
                            + " where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)",
                    schema, tables.toArray(String[]::new));
            indexes.forEach(index -> jdbc.execute("drop index " + index.get("name")));
            for (String statement : statements) jdbc.execute(statement);
            indexes.forEach(index -> jdbc.execute(String.valueOf(index.get("indexdef"))));
            tables.forEach(table -> jdbc.execute("vacuum (analyze) " + schema + "." + table));
        } finally {
            one.destroy();
        }
    }

    /** Bytes of tables with their indexes and long values. */
    public long bytes(String schema) {
        return answer(
                "select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = ? and c.relkind = 'r'",
                schema);
    }

    /** A number. */
    public long answer(String sql, Object... values) {
        Long found = jdbc().queryForObject(sql, Long.class, values);
        return found == null ? 0 : found;
    }

    @Override
    public void close() {
        pool.close();
    }
}
