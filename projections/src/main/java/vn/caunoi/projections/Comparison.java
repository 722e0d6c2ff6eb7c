package vn.caunoi.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two versions of a read model's tables, seen at one moment: the moment this is made, whatever is written afterwards.
 * Tells keys and names of columns, never what stands in them.
 */
final class Comparison implements AutoCloseable {
    private static final int MOST_ROWS = 10;

    private final Connection connection;
    private final JdbcTemplate jdbc;
    private final ReadModel model;
    private final String schema;

    Comparison(DataSource database, ReadModel model, String schema) {
        this.model = model;
        this.schema = schema;
        try {
            this.connection = database.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("nothing can be compared", e);
        }
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("set transaction isolation level repeatable read read only");
        jdbc.queryForList("select 1");
    }

    List<Rebuild.Difference> differences() {
        return model.tables().stream()
                .map(this::difference)
                .filter(difference -> !difference.isNone())
                .toList();
    }

    private record Content(long rows, String hash) {}

    private Rebuild.Difference difference(String table) {
        Content live = content(Tables.LIVE + "." + table);
        Content built = content(schema + "." + table);
        List<String> rows = live.equals(built) ? List.of() : rows(table);
        return new Rebuild.Difference(table, live.rows, built.rows, rows);
    }

    /** The sum of the rows' hashes, so that their order does not matter. */
    private Content content(String table) {
        return jdbc.query(
                        "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text from " + table + " t",
                        (row, n) -> new Content(row.getLong(1), row.getString(2)))
                .getFirst();
    }

    /** The first by their keys. */
    private List<String> rows(String table) {
        List<String> key = key(table);
        String same =
                key.stream().map(column -> "l.%1$s = s.%1$s".formatted(column)).collect(Collectors.joining(" and "));
        String shown = key.stream()
                .map(column -> "coalesce(l.%1$s, s.%1$s)::text".formatted(column))
                .collect(Collectors.joining(", "));
        List<String> told = new ArrayList<>();
        jdbc.query("""
                select concat_ws(' ', %1$s) as key, l.%5$s is null as added, s.%5$s is null as gone,
                       array_to_string(array(
                         select a.key from jsonb_each(to_jsonb(l)) a join jsonb_each(to_jsonb(s)) b using (key)
                          where a.value is distinct from b.value order by 1), ', ') as columns
                  from views.%2$s l full join %3$s.%2$s s on %4$s
                 where l::text is distinct from s::text order by 1 limit %6$d""".formatted(shown, table, schema, same, key.getFirst(), MOST_ROWS), row -> {
            told.add(row.getString("key") + ": "
                    + (row.getBoolean("added")
                            ? "only in the new one"
                            : row.getBoolean("gone") ? "only in the old one" : "other " + row.getString("columns")));
        });
        return told;
    }

    private List<String> key(String table) {
        return Catalog.texts(jdbc, """
                select quote_ident(a.attname) from pg_index i
                 cross join unnest(i.indkey) with ordinality k (attnum, n)
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                 where i.indrelid = (?::text)::regclass and i.indisprimary order by k.n""", Tables.LIVE + "." + table);
    }

    @Override
    public void close() {
        try (Connection done = connection) {
            done.rollback();
            done.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the comparison cannot be ended", e);
        }
    }
}
