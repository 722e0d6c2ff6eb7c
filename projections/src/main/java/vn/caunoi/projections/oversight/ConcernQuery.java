package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;

/** The SQL behind what people are upset about, by the unit that has the cases now. */
record ConcernQuery(JdbcClient jdbc) {

    /** Those of which anything may count, found by indexes. */
    private static final String CONCERNED = """
            c.id in (
                select r.id from views.oversight_case r where r.received >= :before and r.received < :end
                union select d.petition from views.report_fact d
                 where d.what in ('DECIDED', 'CONCLUDED') and d.stands and d.day between :first and :last)""";

    /** One line a key, what rose most first. */
    List<ConcernLine> lines(ConcernSort sort, LocalDate from, LocalDate last, Visibility to) {
        Map<String, @Nullable Object> params = params(from, last);
        String counts = Arrays.stream(ConcernFigure.values())
                .map(figure -> "count(*) filter (where " + figure.condition + ") as " + figure.name())
                .collect(Collectors.joining(", "));
        String sql = "select " + sort.key + " as key, mode() within group (order by " + sort.column + ") as name, "
                + counts
                + " from views.oversight_case c where " + sort.key + " <> '' and " + CONCERNED
                + OversightQuery.visible(to, params) + " group by 1 order by count(*) filter (where "
                + ConcernFigure.RECEIVED.condition + ") - count(*) filter (where " + ConcernFigure.BEFORE.condition
                + ") desc, count(*) filter (where " + ConcernFigure.RECEIVED.condition + ") desc, 1";
        return jdbc.sql(sql)
                .params(params)
                .query((row, n) -> new ConcernLine(
                        row.getString("key"),
                        row.getString("name"),
                        row.getLong("RECEIVED"),
                        row.getLong("BEFORE"),
                        row.getLong("DECIDED"),
                        row.getLong("RIGHT")))
                .list();
    }

    /** @param keys of the matter, as several words may mean one category */
    Page<Oversight.Case> cases(
            ConcernSort sort,
            ConcernFigure figure,
            Collection<String> keys,
            LocalDate from,
            LocalDate last,
            Visibility to,
            Instant now,
            @Nullable String cursor,
            int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = params(from, last);
        params.put("keys", keys.toArray(String[]::new));
        String place = OversightQuery.after(Board.UNASSIGNED, cursor, params);
        String sql =
                "select c.* from views.oversight_case c where " + sort.key + " = any(:keys) and " + figure.condition
                        + OversightQuery.visible(to, params) + place + " order by c.received, c.id limit :rows";
        params.put("rows", limit + 1);
        List<Oversight.Case> rows = jdbc.sql(sql)
                .params(params)
                .query((row, n) -> OversightQuery.read(row, now))
                .list();
        return Page.of(rows, limit, one -> new Cursor(one.receivedAt(), one.id().value()));
    }

    private static Map<String, @Nullable Object> params(LocalDate from, LocalDate last) {
        long days = last.toEpochDay() - from.toEpochDay() + 1;
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", time(start(from)));
        params.put("end", time(start(last.plusDays(1))));
        params.put("before", time(start(from.minusDays(days))));
        params.put("first", from);
        params.put("last", last);
        return params;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(DueDate.ZONE).toInstant();
    }
}
