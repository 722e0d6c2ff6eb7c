package vn.caunoi.ops.bench.filling;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.filling.Cloning.Table;

/**
 * An index that is away while its table is filled.
 *
 * @param primary of a primary key or another constraint
 */
record Index(String drop, String make, boolean primary) {

    /** All of those tables, but for those that foreign keys lean on. */
    static List<Index> of(JdbcTemplate jdbc, List<Table> tables) {
        return jdbc.query(
                """
                select i.indexrelid::regclass as index, i.indrelid::regclass as tab, pg_get_indexdef(i.indexrelid) as made,
                       c.conname as called, pg_get_constraintdef(c.oid) as holds
                  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
                 where i.indrelid = any(?::regclass[])
                   and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)
                 order by pg_relation_size(i.indrelid) desc""",
                (row, n) -> row.getString("called") == null
                        ? new Index("drop index " + row.getString("index"), row.getString("made"), false)
                        : new Index(
                                "alter table %s drop constraint \"%s\""
                                        .formatted(row.getString("tab"), row.getString("called")),
                                "alter table %s add constraint \"%s\" %s"
                                        .formatted(
                                                row.getString("tab"), row.getString("called"), row.getString("holds")),
                                true),
                (Object) tables.stream().map(Table::toString).toArray(String[]::new));
    }
}
