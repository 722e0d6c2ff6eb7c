package vn.caunoi.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The tables of a read model: the live ones, or those of a rebuild that are filled beside them. SQL names the schema
 * {@code views}.
 *
 * @param loading in the first filling of a rebuild whole streams are taken and written once each, so what {@link #all}
 *     asks for is never there yet, and rows are copied; null when tables are in use
 */
public record Tables(
        JdbcTemplate jdbc, String schema, @Nullable Loading loading) {

    private static final int REMEMBERED = 5_000;

    /** Where the live read models are. */
    public static final String LIVE = "views";

    public static Tables live(JdbcTemplate jdbc) {
        return new Tables(jdbc, LIVE, null);
    }

    public boolean firstFilled() {
        return loading != null;
    }

    /** How many rows of a table are worth remembering. */
    public int remembered() {
        return firstFilled() ? 0 : REMEMBERED;
    }

    public <T> @Nullable T first(String sql, RowMapper<T> row, Object... key) {
        return jdbc.query(here(sql), row, key).stream().findFirst().orElse(null);
    }

    /** The rows with these keys; SQL has one {@code any(?)}. */
    public <T> List<T> all(String sql, RowMapper<T> row, Collection<String> keys) {
        if (loading != null) return List.of();
        return jdbc.query(here(sql), row, (Object) keys.toArray(String[]::new));
    }

    /** Each row once; where it is already, its later state. */
    public <R> void save(Target target, Collection<R> rows, Function<R, @Nullable Object[]> values) {
        write(target, target.save(), rows, values);
    }

    /** Rows that are known not to be there. */
    public <R> void begin(Target target, Collection<R> rows, Function<R, @Nullable Object[]> values) {
        write(target, target.insert(), rows, values);
    }

    /** The later state of rows that are known to be there. */
    public <R> void change(Target target, Collection<R> rows, Function<R, @Nullable Object[]> values) {
        if (!rows.isEmpty()) update(target.update(), target.changing(all(rows, values)));
    }

    private <R> void write(Target target, String sql, Collection<R> rows, Function<R, @Nullable Object[]> values) {
        if (loading != null) loading.add(target, rows, values);
        else if (!rows.isEmpty()) update(sql, target.whole(all(rows, values)));
    }

    private static <R> List<@Nullable Object[]> all(Collection<R> rows, Function<R, @Nullable Object[]> values) {
        return rows.stream().map(values).toList();
    }

    public void update(String sql, @Nullable Object... values) {
        jdbc.update(here(sql), values);
    }

    /** Whether it changed a row. */
    public boolean changes(String sql, @Nullable Object... values) {
        return jdbc.update(here(sql), values) > 0;
    }

    private String here(String sql) {
        return schema.equals(LIVE) ? sql : sql.replace(LIVE + ".", schema + ".");
    }

    /** As a parameter of type {@code timestamptz}. */
    public static @Nullable OffsetDateTime time(@Nullable Instant at) {
        if (at == null) return null;
        if (at.equals(Instant.MAX)) return OffsetDateTime.MAX;
        if (at.equals(Instant.MIN)) return OffsetDateTime.MIN;
        return at.atOffset(ZoneOffset.UTC);
    }

    /** The other way round; infinity is {@link Instant#MAX}. */
    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return time(row, row.findColumn(column));
    }

    /** The same by the place of the column, from 1. */
    public static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        if (at == null) return null;
        return at.equals(OffsetDateTime.MAX) ? Instant.MAX : at.toInstant();
    }

    /** A time that may be open-ended, as null when it is. */
    public static @Nullable Instant finite(@Nullable Instant at) {
        return Instant.MAX.equals(at) ? null : at;
    }
}
