package vn.caunoi.ops.bench.filling;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.filling.CaseRows.Column;
import vn.caunoi.ops.bench.filling.Cloning.Table;

/** Numbers that are counted on from copy to copy: positions in the record, and those a table gives itself. */
final class Places {
    private final JdbcTemplate jdbc;
    private final Table table;
    private final int rows;
    private final Map<String, Long> events;

    /** A number of the first copy, and how far it is to the next copy's. */
    record Place(long first, long each) {
        long ofCopy(long n) {
            return first + (n - 1) * each;
        }
    }

    /** @param events the place of each event of the case, by its position in words */
    Places(JdbcTemplate jdbc, Table table, int rows, Map<String, Long> events) {
        this.jdbc = jdbc;
        this.table = table;
        this.rows = rows;
        this.events = events;
    }

    /** Null for what is no such number. */
    @Nullable Place of(Column column, String value, int row) {
        Long event = column.name().contains("position") ? events.get(value) : null;
        if (event != null) return new Place(last("ledger.event", "position") + 1 + event, events.size());
        return column.numbered() ? new Place(last(table.toString(), column.name()) + 1 + row, rows) : null;
    }

    private long last(String of, String column) {
        Long found = jdbc.queryForObject("select coalesce(max(\"" + column + "\"), 0) from " + of, Long.class);
        return found == null ? 0 : found;
    }
}
