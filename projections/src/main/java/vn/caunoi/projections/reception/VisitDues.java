package vn.caunoi.projections.reception;

import static vn.caunoi.projections.Tables.time;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.Visits.Due;
import vn.caunoi.projections.reception.Visits.Owed;

/** What is still owed to those who came: asked of the rows that {@link Visits} keeps. Late is a comparison with now. */
@Component
public class VisitDues {
    private final JdbcClient jdbc;
    private final Clock clock;

    public VisitDues(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** How much is owed, and how much of it is late. */
    public record Load(long open, long overdue) {}

    /** What is owed, the most pressing first. */
    public Page<Owed> owed(@Nullable Due what, Visibility sight, @Nullable String cursor, int limit) {
        return owedOf(what == null ? Set.of(Due.values()) : Set.of(what), sight, cursor, limit);
    }

    /** The same of some kinds. */
    public Page<Owed> owedOf(Set<Due> what, Visibility sight, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        String[] key = (after.id() + "#").split("#", -1);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("what", names(what));
        values.put("all", sight.all());
        values.put("units", sight.unitNames());
        values.put("reader", sight.readerName());
        values.put("at", time(after.at()));
        values.put("visit", key[0]);
        values.put("kind", key[1]);
        values.put("rows", limit + 1);
        Instant now = clock.instant();
        List<Owed> rows = jdbc.sql(VisitQuery.OWED)
                .params(values)
                .query((row, n) -> VisitQuery.owed(row, now))
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.due(), last.visit() + "#" + last.what()));
    }

    private static String[] names(Set<Due> what) {
        return what.stream().map(Due::name).toArray(String[]::new);
    }

    public Load load(Visibility sight) {
        return load(Set.of(Due.values()), sight);
    }

    public Load load(Set<Due> what, Visibility sight) {
        return jdbc.sql(VisitQuery.LOAD)
                .param("now", time(clock.instant()))
                .param("what", names(what))
                .param("all", sight.all())
                .param("units", sight.unitNames())
                .param("reader", sight.readerName())
                .query((row, n) -> new Load(row.getLong("open"), row.getLong("overdue")))
                .single();
    }
}
