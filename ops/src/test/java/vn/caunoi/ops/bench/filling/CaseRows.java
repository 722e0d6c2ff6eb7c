package vn.caunoi.ops.bench.filling;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.filling.Cloning.Table;

/** The rows that one case left in one table, in words. */
final class CaseRows {
    private final Table table;
    private final List<Column> columns;
    private final List<Map<String, Object>> rows;

    /** @param numbered whether the table gives the value itself */
    record Column(String name, String type, boolean numbered) {
        boolean isTime() {
            return type.startsWith("timestamp");
        }
    }

    CaseRows(JdbcTemplate jdbc, Table table, List<String> own) {
        this.table = table;
        this.columns = jdbc.query(
                "select attname, format_type(atttypid, atttypmod), attidentity <> '' or pg_get_serial_sequence(?, attname)"
                        + " is not null from pg_attribute where attrelid = ?::regclass"
                        + " and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
                (row, n) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)),
                table.toString(),
                table.toString());
        String asText = columns.stream()
                .map(column -> "t.\"%1$s\"::text as \"%1$s\"".formatted(column.name))
                .collect(Collectors.joining(", "));
        this.rows = jdbc.queryForList(
                "select " + asText + " from " + table + " t where t::text like any(?) order by t",
                (Object) own.stream().map(id -> "%" + id + "%").toArray(String[]::new));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Table table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    List<Map<String, Object>> all() {
        return rows;
    }

    Stream<String> texts() {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .filter(Objects::nonNull)
                .map(String::valueOf);
    }
}
