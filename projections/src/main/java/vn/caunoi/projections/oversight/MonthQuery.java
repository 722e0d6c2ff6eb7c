package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;

/** The SQL behind the months of units and officers. Who asks sees what their units had then, whoever has it now. */
record MonthQuery(JdbcClient jdbc) {

    private static final String DAYS = "greatest(extract(epoch from c.answered - c.received), 0) / 86400";

    List<MonthLine> lines(boolean byOfficer, YearMonth month, Visibility to, Instant now) {
        Map<String, Map<MonthFigure, Long>> counts = new TreeMap<>();
        for (MonthFigure figure : MonthFigure.values()) {
            counted(figure, byOfficer, whole(month), to, now).of(jdbc).query(row -> {
                counts.computeIfAbsent(row.getString("who"), who -> new EnumMap<>(MonthFigure.class))
                        .put(figure, row.getLong("n"));
            });
        }
        Map<String, AnswerTime> times = times(byOfficer, month, to, now);
        return counts.entrySet().stream()
                .map(one -> new MonthLine(
                        one.getKey().isEmpty() ? null : one.getKey(), one.getValue(), times.get(one.getKey())))
                .toList();
    }

    static Asked counted(MonthFigure figure, boolean byOfficer, Period period, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = params(period, now);
        String sql = "select " + who(byOfficer) + " as who, count(*) as n from (" + figure.found + ") x where true"
                + seen(to, params) + " group by 1";
        return new Asked(sql, params);
    }

    private Map<String, AnswerTime> times(boolean byOfficer, YearMonth month, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = params(month, now);
        Map<String, AnswerTime> times = new HashMap<>();
        jdbc.sql("select " + who(byOfficer) + " as who, " + answered(to, params) + " group by 1")
                .params(params)
                .query(row -> {
                    times.put(row.getString("who"), waited(row));
                });
        return times;
    }

    @Nullable AnswerTime firstAnswers(YearMonth month, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = params(month, now);
        return jdbc.sql("select " + answered(to, params) + " having count(*) > 0")
                .params(params)
                .query((row, n) -> waited(row))
                .optional()
                .orElse(null);
    }

    private static String answered(Visibility to, Map<String, @Nullable Object> params) {
        return "percentile_cont(0.5) within group (order by " + DAYS
                + ") as median, percentile_cont(0.9) within group (order by "
                + DAYS + ") as ninth from (" + MonthFigure.ANSWERED.found
                + ") x join views.oversight_case c on c.id = x.petition where true" + seen(to, params);
    }

    private static AnswerTime waited(ResultSet row) throws SQLException {
        return new AnswerTime(row.getDouble("median"), row.getDouble("ninth"));
    }

    Page<Oversight.Case> cases(
            MonthFigure figure,
            boolean byOfficer,
            @Nullable String who,
            YearMonth month,
            Visibility to,
            Instant now,
            @Nullable String cursor,
            int limit) {
        Map<String, @Nullable Object> params = params(month, now);
        String of = "";
        if (who != null) {
            of = " and " + who(byOfficer) + " = :who";
            params.put("who", who);
        }
        return page(figure.found, of, params, to, now, cursor, limit);
    }

    Page<Oversight.Case> standing(
            String process,
            @Nullable Integer version,
            String step,
            boolean late,
            Visibility to,
            Instant now,
            @Nullable String cursor,
            int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("process", process);
        params.put("step", step);
        StringBuilder found = new StringBuilder("select distinct p.petition, p.unit from views.passage p"
                + " where p.ended is null and p.process = :process and p.step = :step");
        if (version != null) {
            found.append(" and p.version = :version");
            params.put("version", version);
        }
        if (late) {
            found.append(" and p.due < :now");
            params.put("now", time(now));
        }
        return page(found.toString(), "", params, to, now, cursor, limit);
    }

    /** @param found petitions with unit and officer, narrowed by more; both may use the parameters */
    Page<Oversight.Case> page(
            String found,
            String more,
            Map<String, @Nullable Object> params,
            Visibility to,
            Instant now,
            @Nullable String cursor,
            int limit) {
        Bounds.check(limit);
        String place = OversightQuery.after(Board.UNASSIGNED, cursor, params);
        String sql = "select c.* from (" + found + ") x join views.oversight_case c on c.id = x.petition where true"
                + more + seen(to, params) + place + " order by c.received, c.id limit :rows";
        params.put("rows", limit + 1);
        List<Oversight.Case> rows = jdbc.sql(sql)
                .params(params)
                .query((row, n) -> OversightQuery.read(row, now))
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.receivedAt(), last.id().value()));
    }

    private static String who(boolean byOfficer) {
        return byOfficer ? "coalesce(x.officer, '')" : "x.unit";
    }

    static String seen(Visibility to, Map<String, @Nullable Object> params) {
        String others = "";
        if (to.reader() != null) {
            params.put("reader", to.readerName());
            others = " and x.petition not in (select petition from views.accused where officer = :reader)";
        }
        if (to.all()) return others;
        params.put("units", to.unitNames());
        return others + " and x.unit = any(:units)";
    }

    private static Map<String, @Nullable Object> params(YearMonth month, Instant now) {
        return params(whole(month), now);
    }

    private static Period whole(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    static Map<String, @Nullable Object> params(Period period, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", time(period.start()));
        params.put("end", time(period.end()));
        params.put("now", time(now));
        return params;
    }
}
