package vn.caunoi.projections;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database answers a query. */
public final class Plans {
    private Plans() {}

    public static String of(JdbcClient jdbc, String sql, Map<String, @Nullable Object> params) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql).params(params).query(String.class).list());
    }
}
