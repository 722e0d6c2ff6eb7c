package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;

/** The SQL behind the calendar of deadlines: every limit that has to be met still, not only the next one of its case. */
record DueQuery(JdbcClient jdbc) {

    /** A case whose next limit ends later has none that ends before, so the index on it leaves out most cases. */
    private static final String OPEN = " c.status <> 'CLOSED' and c.due < :end";

    private static final String RUNNING = """
            jsonb_to_recordset(c.limits) as l(stage text, due timestamptz, settled timestamptz, paused boolean)
             where l.settled is null and not l.paused and l.due >= :from and l.due < :end""";

    private static final String KIND = "coalesce(c.kind, 'UNCLASSIFIED')";

    List<Oversight.DueDay> days(Oversight.Span span, Visibility to, Instant now) {
        return counting(span, to, now)
                .of(jdbc)
                .query((row, n) -> new Oversight.DueDay(
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        row.getLong("n"),
                        row.getLong("late")))
                .list();
    }

    static Asked counting(Oversight.Span span, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = params(span);
        params.put("now", time(now));
        String sql = "select (l.due at time zone 'Asia/Ho_Chi_Minh')::date as day, " + KIND + " as kind,"
                + " count(distinct c.id) as n, count(distinct c.id) filter (where l.due < :now) as late"
                + " from views.oversight_case c, " + RUNNING + " and" + OPEN + of(span, params)
                + OversightQuery.visible(to, params) + " group by 1, 2 order by 1, 2";
        return new Asked(sql, params);
    }

    Page<Oversight.DueCase> cases(Oversight.Span span, Visibility to, Instant now, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = params(span);
        String sql = "select c.*, due_then.stages from views.oversight_case c cross join lateral"
                + " (select string_agg(distinct l.stage, ',' order by l.stage) as stages from " + RUNNING
                + ") as due_then where" + OPEN + " and due_then.stages is not null" + of(span, params)
                + OversightQuery.visible(to, params) + OversightQuery.after(Board.UNASSIGNED, cursor, params)
                + " order by c.received, c.id limit :rows";
        params.put("rows", limit + 1);
        List<Oversight.DueCase> rows = jdbc.sql(sql)
                .params(params)
                .query((row, n) -> new Oversight.DueCase(
                        OversightQuery.read(row, now),
                        List.of(row.getString("stages").split(","))))
                .list();
        return Page.of(
                rows,
                limit,
                last -> new Cursor(last.which().receivedAt(), last.which().id().value()));
    }

    private static String of(Oversight.Span span, Map<String, @Nullable Object> params) {
        if (span.kind() == null) return "";
        params.put("kind", span.kind());
        return " and " + KIND + " = :kind";
    }

    private static Map<String, @Nullable Object> params(Oversight.Span span) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", time(begin(span.from())));
        params.put("end", time(begin(span.last().plusDays(1))));
        return params;
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
