package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.yardstick.HotSpotRule;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;

/** The SQL behind what somebody has in hand now, and behind its age and flow. */
record BurdenQuery(JdbcClient jdbc) {

    /**
     * When.
     *
     * @param soon how long before its end a limit is told of
     * @param rule from where on a case is a hot spot
     */
    record At(Instant now, Duration soon, HotSpotRule rule) {

        Map<String, @Nullable Object> params() {
            Map<String, @Nullable Object> params = new HashMap<>();
            params.put("now", time(now));
            params.put("soon", time(now.plus(soon)));
            params.put("over", watched(rule.overLevels()));
            params.put("backlog", daysAgo(rule.backlogDays()));
            params.put("points", watched(rule.complexPoints()));
            params.put("old", daysAgo(rule.prolongedDays()));
            params.put("people", watched(rule.crowdPeople()));
            params.put("times", watched(rule.repeatedTimes()));
            return params;
        }

        /** What is not watched is never reached. */
        private static int watched(int threshold) {
            return threshold == 0 ? Integer.MAX_VALUE : threshold;
        }

        private @Nullable Object daysAgo(int days) {
            return time(days == 0 ? Instant.MIN : now.minus(Duration.ofDays(days)));
        }
    }

    /** One statement for all columns: a case is read once. */
    List<Oversight.Burdened> rows(boolean byOfficer, Visibility to, At at) {
        Map<String, @Nullable Object> params = at.params();
        String counts = Arrays.stream(Burden.values())
                .map(column -> "count(*) filter (where " + column.condition + ") as " + column.name())
                .collect(Collectors.joining(", "));
        String sql = "select coalesce(" + (byOfficer ? "c.assignee" : "c.unit") + ", '') as who, " + counts
                + " from views.oversight_case c where c.status <> 'CLOSED'" + OversightQuery.visible(to, params)
                + " group by 1 order by 1";
        return jdbc.sql(sql)
                .params(params)
                .query((row, n) -> {
                    Map<Burden, Long> all = new EnumMap<>(Burden.class);
                    for (Burden column : Burden.values()) all.put(column, row.getLong(column.name()));
                    String who = row.getString("who");
                    return new Oversight.Burdened(who.isEmpty() ? null : who, all);
                })
                .list();
    }

    /** @param officer of that officer only; empty: of nobody; null: of all */
    Page<Oversight.Case> cases(
            Burden column,
            @Nullable String officer,
            @Nullable Integer age,
            Visibility to,
            At at,
            @Nullable String cursor,
            int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = at.params();
        String place = OversightQuery.after(Board.UNASSIGNED, cursor, params);
        String sql = "select c.* from views.oversight_case c where c.status <> 'CLOSED' and " + column.condition
                + of(officer, params) + aged(age, at.now(), params) + OversightQuery.visible(to, params) + place
                + " order by c.received, c.id limit :rows";
        params.put("rows", limit + 1);
        List<Oversight.Case> rows = jdbc.sql(sql)
                .params(params)
                .query((row, n) -> OversightQuery.read(row, at.now()))
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.receivedAt(), last.id().value()));
    }

    private static String of(@Nullable String officer, Map<String, @Nullable Object> params) {
        if (officer == null) return "";
        if (officer.isEmpty()) return " and c.assignee is null";
        params.put("officer", officer);
        return " and c.assignee = :officer";
    }

    private static String aged(@Nullable Integer from, Instant now, Map<String, @Nullable Object> params) {
        Oversight.Aged.Span span = Oversight.Aged.SPANS.stream()
                .filter(one -> from != null && one.from() == from)
                .findFirst()
                .orElse(null);
        if (span == null) return "";
        params.put("younger", time(now.minus(Duration.ofDays(span.from()))));
        if (span.to() == null) return " and c.received <= :younger";
        params.put("older", time(now.minus(Duration.ofDays(span.to() + 1L))));
        return " and c.received <= :younger and c.received > :older";
    }

    /** How long open cases have been here, by the last day of each span; null is for all that are older. */
    List<Oversight.Aged> ages(Visibility to, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("now", time(now));
        String sql = """
                select least(width_bucket(extract(epoch from :now::timestamptz - c.received) / 86400, array[31, 61, 91, 181]), 4) as span,
                       count(*) as n, count(*) filter (where c.due < :now) as late
                  from views.oversight_case c where c.status <> 'CLOSED'""" + OversightQuery.visible(to, params) + " group by 1";
        Map<Integer, long[]> found = new HashMap<>();
        jdbc.sql(sql).params(params).query(row -> {
            found.put(row.getInt("span"), new long[] {row.getLong("n"), row.getLong("late")});
        });
        return Oversight.Aged.SPANS.stream()
                .map(span -> {
                    long[] n = found.getOrDefault(Oversight.Aged.SPANS.indexOf(span), new long[2]);
                    return new Oversight.Aged(span.from(), span.to(), n[0], n[1]);
                })
                .toList();
    }

    /** What came in and went out in each month, and what was open at its end. */
    List<Oversight.Flow> flow(YearMonth first, YearMonth last, Visibility to) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", time(begin(first)));
        params.put("end", time(begin(last.plusMonths(1))));
        String seen = OversightQuery.visible(to, params);
        Map<YearMonth, Long> came = byMonth("from views.oversight_case c where", "c.received", seen, params);
        Map<YearMonth, Long> back = facts("'REOPENED'", seen, params);
        Map<YearMonth, Long> went = facts("'CLOSED', 'CLOSED_AGAIN'", seen, params);
        long open = jdbc.sql("select count(*) from views.oversight_case c where " + Measure.openAt(":from") + seen)
                .params(params)
                .query(Long.class)
                .single();
        List<Oversight.Flow> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            long in = came.getOrDefault(month, 0L);
            long again = back.getOrDefault(month, 0L);
            long out = went.getOrDefault(month, 0L);
            open += in + again - out;
            months.add(new Oversight.Flow(month, in, again, out, open));
        }
        return months;
    }

    /** Each time it happened, so that what was closed once stays counted when the case is opened again. */
    private Map<YearMonth, Long> facts(String what, String seen, Map<String, @Nullable Object> params) {
        String cases = "from views.oversight_fact f join views.oversight_case c on c.id = f.petition where f.what in ("
                + what + ") and";
        return byMonth(cases, "f.at", seen, params);
    }

    private Map<YearMonth, Long> byMonth(String of, String at, String seen, Map<String, @Nullable Object> params) {
        Map<YearMonth, Long> months = new HashMap<>();
        String sql =
                "select date_trunc('month', " + at + " at time zone 'Asia/Ho_Chi_Minh')::date as month, count(*) as n "
                        + of + " " + at + " >= :from and " + at + " < :end" + seen + " group by 1";
        jdbc.sql(sql).params(params).query(row -> {
            months.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("n"));
        });
        return months;
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    }
}
