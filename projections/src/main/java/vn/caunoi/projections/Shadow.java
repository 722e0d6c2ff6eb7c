package vn.caunoi.projections;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables like those of a read model, filled beside them, that take their place in the end. */
final class Shadow {
    private static final String LIVE = Tables.LIVE;

    private final JdbcTemplate jdbc;
    private final List<String> tables;
    private final String schema;

    Shadow(JdbcTemplate jdbc, ReadModel model) {
        this.jdbc = jdbc;
        this.tables = model.tables();
        this.schema = "rebuild_" + model.name();
    }

    Tables tables() {
        return new Tables(jdbc, schema, false);
    }

    /** For whole streams only, before anything else is written. */
    Tables empty() {
        return new Tables(jdbc, schema, true);
    }

    /** Empty tables with their primary keys; the other indexes are cheaper to build at the end. */
    void create() {
        drop();
        jdbc.execute("create schema " + schema);
        for (String table : tables) {
            jdbc.execute("create table %s.%s (like %s.%s including all excluding indexes)"
                    .formatted(schema, table, LIVE, table));
            constraints(table).forEach(jdbc::execute);
        }
    }

    /** By the names they have, so that later migrations find them. */
    private List<String> constraints(String table) {
        return jdbc.query(
                "select format('alter table %I.%I add constraint %I %s', ?, ?, conname, pg_get_constraintdef(oid))"
                        + " from pg_constraint where conrelid = (?::text)::regclass and contype in ('p', 'u')",
                (row, n) -> row.getString(1), schema, table, LIVE + "." + table);
    }

    void index() {
        for (String table : tables) {
            indexes(table)
                    .forEach(definition -> jdbc.execute(definition.replace(
                            " ON " + LIVE + "." + table + " ", " ON " + schema + "." + table + " ")));
            jdbc.execute("analyze " + schema + "." + table);
        }
    }

    private List<String> indexes(String table) {
        return jdbc.query(
                "select indexdef from pg_indexes i where schemaname = ? and tablename = ? and not exists"
                        + " (select from pg_constraint where conrelid = (?::text)::regclass and conname = i.indexname)",
                (row, n) -> row.getString(1),
                LIVE,
                table,
                LIVE + "." + table);
    }

    /** Within a transaction: whoever asks waits for its end and then sees the new tables. */
    void takePlace() {
        jdbc.execute("set local lock_timeout = '10s'");
        for (String table : tables) jdbc.execute("lock table %s.%s".formatted(LIVE, table));
        for (String table : tables) {
            jdbc.execute("drop table %s.%s".formatted(LIVE, table));
            jdbc.execute("alter table %s.%s set schema %s".formatted(schema, table, LIVE));
        }
    }

    void drop() {
        jdbc.execute("drop schema if exists " + schema + " cascade");
    }
}
