package vn.caunoi.projections;

import java.util.Arrays;
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

    /** The same with values by place. */
    public static String of(JdbcClient jdbc, String sql, @Nullable Object[] values) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(Arrays.asList(values))
                        .query(String.class)
                        .list());
    }
}
