package vn.caunoi.projections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
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

    /** The one that is kept for all values. */
    public static String ofAllValues(DataSource database, String sql) {
        AtomicInteger places = new AtomicInteger();
        String numbered = Pattern.compile("[?]").matcher(sql).replaceAll(place -> "\\$" + places.incrementAndGet());
        String nothing = String.join(", ", Collections.nCopies(places.get(), "null"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare asked as " + numbered);
            try {
                return told(statement.executeQuery("explain execute asked (" + nothing + ")"));
            } finally {
                statement.execute("deallocate asked");
                statement.execute("reset plan_cache_mode");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(ResultSet rows) throws SQLException {
        StringBuilder plan = new StringBuilder();
        while (rows.next()) plan.append(rows.getString(1)).append('\n');
        return plan.toString();
    }
}
