package vn.caunoi.projections;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;

/**
 * Asks what the database answers along the same indexes whatever the values are, and therefore plans once for each
 * connection; planning for each question takes two to four times as long as answering it. What it costs to say so goes in
 * the same round trip, and the setting ends with the transaction, which is that of the question alone if there is none.
 */
public final class OnePlan {
    private static final String ONE_PLAN = "select set_config('plan_cache_mode', 'force_generic_plan', true); ";

    private OnePlan() {}

    /** @param values by place */
    public static <T> List<T> query(
            JdbcTemplate jdbc, String sql, RowMapper<T> mapper, @Nullable Object @Nullable ... values) {
        PreparedStatementCallback<List<T>> ask = statement -> {
            new ArgumentPreparedStatementSetter(values).setValues(statement);
            return second(statement, mapper);
        };
        return Objects.requireNonNull(jdbc.execute(ONE_PLAN + sql, ask));
    }

    private static <T> List<T> second(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
        statement.execute();
        statement.getMoreResults();
        List<T> found = new ArrayList<>();
        try (ResultSet rows = Objects.requireNonNull(statement.getResultSet(), "the question answers no rows")) {
            while (rows.next()) found.add(mapper.mapRow(rows, found.size()));
        }
        return found;
    }
}
