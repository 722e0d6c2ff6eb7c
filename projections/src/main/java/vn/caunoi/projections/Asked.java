package vn.caunoi.projections;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A query with its parameters. */
public record Asked(String sql, Map<String, @Nullable Object> params) {
    public JdbcClient.StatementSpec of(JdbcClient jdbc) {
        return jdbc.sql(sql).params(params);
    }
}
