package vn.caunoi.projections;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables like those of a read model, filled beside them, that take their place in the end. What they replace is kept
 * beside in turn.
 */
final class Shadow {
    private static final String LIVE = Tables.LIVE;
    private static final String PREFIX = "rebuild_";

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final ReadModel model;
    private final String schema;

    private Shadow(DataSource database, ReadModel model, String schema) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.model = model;
        this.schema = schema;
    }

    /** New ones. */
    static Shadow of(DataSource database, ReadModel model) {
        return new Shadow(database, model, PREFIX + model.name());
    }

    /** Those that were replaced last. */
    static Shadow kept(DataSource database, ReadModel model) {
        return new Shadow(database, model, KeptTables.schema(model.name()));
    }

    String schema() {
        return schema;
    }

    Tables tables() {
        return new Tables(jdbc, schema, null);
    }

    /** For whole streams only, before anything else is written. */
    Tables tables(Loading loading) {
        return new Tables(jdbc, schema, loading);
    }

    Loading loading() {
        return new Loading(database, schema);
    }

    /** Empty tables with their keys; the other indexes are cheaper to build at the end. */
    void create() {
        drop();
        jdbc.execute("create schema " + schema);
        for (String table : model.tables()) {
            jdbc.execute("create table %s.%s (like %s.%s including all excluding indexes)%s"
                    .formatted(schema, table, LIVE, table, settings(table)));
            constraints(table).forEach(jdbc::execute);
        }
    }

    /** Room left in pages for later states of a row, and the like. */
    private String settings(String table) {
        return String.valueOf(jdbc.queryForObject(
                "select coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '') from pg_class"
                        + " where oid = (?::text)::regclass",
                String.class,
                LIVE + "." + table));
    }

    /** By the names they have, so that later migrations find them. */
    private List<String> constraints(String table) {
        return Catalog.texts(
                jdbc,
                "select format('alter table %I.%I add constraint %I %s', ?, ?, conname, pg_get_constraintdef(oid))"
                        + " from pg_constraint where conrelid = (?::text)::regclass and contype in ('p', 'u')",
                schema,
                table,
                LIVE + "." + table);
    }

    void index(Runnable meanwhile) throws InterruptedException {
        new Indexing(database, schema, model.tables()).run(meanwhile);
    }

    /** Within a transaction: whoever asks waits for its end and then sees these tables. */
    void takePlace(long positionOfTheOld) {
        String leaving = "leaving_" + model.name();
        KeptTables kept = new KeptTables(jdbc);
        kept.lockOutErasure();
        jdbc.execute("set local lock_timeout = '10s'");
        for (String table : model.tables()) jdbc.execute("lock table %s.%s".formatted(LIVE, table));
        jdbc.execute("create schema " + leaving);
        for (String table : model.tables()) {
            jdbc.execute("alter table %s.%s set schema %s".formatted(LIVE, table, leaving));
            jdbc.execute("alter table %s.%s set schema %s".formatted(schema, table, LIVE));
        }
        drop();
        kept.keep(model.name(), leaving, positionOfTheOld);
    }

    void drop() {
        jdbc.execute("drop schema if exists " + schema + " cascade");
    }

    /** What rebuilds left that were killed; those that run elsewhere hold their lock. */
    static void clearUp(DataSource database, List<ReadModel> models) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        List<String> left =
                Catalog.texts(jdbc, "select nspname from pg_namespace where starts_with(nspname, ?)", PREFIX);
        if (left.isEmpty()) return;
        for (ReadModel model : models) {
            if (!left.contains(PREFIX + model.name())) continue;
            RebuildLock.tryTo(database, model.name()).ifPresent(lock -> {
                of(database, model).drop();
                lock.close();
            });
        }
    }
}
