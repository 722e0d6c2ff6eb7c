package vn.caunoi.projections;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions to the catalogue of the database, whose answers are never null. */
final class Catalog {
    private Catalog() {}

    static List<String> texts(JdbcTemplate jdbc, String sql, Object... values) {
        return jdbc.query(sql, (row, n) -> row.getString(1), values);
    }
}
