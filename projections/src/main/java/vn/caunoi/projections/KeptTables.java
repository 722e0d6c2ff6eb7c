package vn.caunoi.projections;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.StoredNames;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.reception.VisitEvent.VisitDataErased;

/**
 * The tables that the last rebuild of each read model replaced, in a schema of their own that says in its comment where
 * in the record they stand.
 */
final class KeptTables {
    private static final String PREFIX = "kept_";
    private static final String LOCK = "hashtextextended('kept read models', 0)";

    private final JdbcTemplate jdbc;

    KeptTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static String schema(String model) {
        return PREFIX + model;
    }

    /** Gives this schema's tables the place of what was kept, unless somebody was erased whom they still know. */
    void keep(String model, String leaving, long position) {
        drop(model);
        if (erasedSince(position)) {
            jdbc.execute("drop schema %s cascade".formatted(leaving));
            return;
        }
        jdbc.execute("alter schema %s rename to %s".formatted(leaving, schema(model)));
        jdbc.execute("comment on schema %s is '%d %s'".formatted(schema(model), position, Instant.now()));
    }

    /** To the end of the transaction: whoever erases waits, and who was erasing has committed. */
    void lockOutErasure() {
        jdbc.queryForList("select pg_advisory_xact_lock(" + LOCK + ")");
    }

    /** In the transaction that records an erasure: what is kept follows nothing any more, so it must go. */
    void erase(List<ReadModel> models) {
        jdbc.queryForList("select pg_advisory_xact_lock_shared(" + LOCK + ")");
        models.forEach(model -> drop(model.name()));
    }

    private boolean erasedSince(long position) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from ledger.event e join ledger.event_name n on n.id = e.name"
                        + " where e.position > ? and n.name = any(?))",
                Boolean.class,
                position,
                (Object) new String[] {
                    StoredNames.nameOf(PersonalDataErased.class).value(),
                    StoredNames.nameOf(VisitDataErased.class).value()
                }));
    }

    List<Rebuild.Kept> all() {
        return jdbc.query(
                """
                select substr(n.nspname, ?) as model, split_part(d.description, ' ', 1)::bigint as position,
                       split_part(d.description, ' ', 2) as since,
                       (select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
                         where c.relnamespace = n.oid and c.relkind = 'r') as bytes
                  from pg_namespace n join pg_description d on d.objoid = n.oid and d.classoid = 'pg_namespace'::regclass
                 where starts_with(n.nspname, ?) order by 1""",
                (row, n) -> new Rebuild.Kept(
                        row.getString("model"),
                        row.getLong("position"),
                        Instant.parse(row.getString("since")),
                        row.getLong("bytes")),
                PREFIX.length() + 1,
                PREFIX);
    }

    Optional<Rebuild.Kept> of(String model) {
        return all().stream().filter(kept -> kept.name().equals(model)).findFirst();
    }

    /** Whether they are still made as the live ones are, which an upgrade may have changed. */
    boolean fit(ReadModel model) {
        return shape(schema(model.name()), model).equals(shape(Tables.LIVE, model));
    }

    private List<String> shape(String schema, ReadModel model) {
        return Catalog.texts(
                jdbc,
                """
                select concat_ws(' ', table_name, column_name, data_type, is_nullable) from information_schema.columns
                 where table_schema = ? and table_name = any(?)
                union all
                select replace(indexdef, ' ON ' || schemaname || '.', ' ON ') from pg_indexes
                 where schemaname = ? and tablename = any(?) order by 1""",
                schema,
                model.tables().toArray(String[]::new),
                schema,
                model.tables().toArray(String[]::new));
    }

    void drop(String model) {
        jdbc.execute("drop schema if exists " + schema(model) + " cascade");
    }
}
