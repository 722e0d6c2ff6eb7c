package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Figures.Workload;
import vn.caunoi.projections.oversight.Oversight.Case;
import vn.caunoi.projections.oversight.Oversight.OverdueLimit;

/** The SQL behind boards and figures. */
record OversightQuery(JdbcClient jdbc) {

    /** Whom workload is counted for: who is responsible today. */
    enum By {
        UNIT("case when c.handed >= :end then c.former else c.unit end"),
        OFFICER("c.assignee");

        final String column;

        By(String column) {
            this.column = column;
        }
    }

    Page<Case> board(
            Board board,
            Visibility to,
            @Nullable Kind kind,
            Instant now,
            Instant until,
            @Nullable String cursor,
            int limit) {
        Bounds.check(limit);
        List<Case> rows = page(board, to, kind, now, until, cursor, limit + 1)
                .of(jdbc)
                .query((row, n) -> read(row, now))
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(place(board, last), last.id().value()));
    }

    static Asked page(
            Board board,
            Visibility to,
            @Nullable Kind kind,
            Instant now,
            Instant until,
            @Nullable String cursor,
            int rows) {
        Map<String, @Nullable Object> params = params(now, until);
        params.put("rows", rows);
        String sql = "select c.* from views.oversight_case c where " + board.condition + visible(to, params)
                + of(kind, params) + after(board, cursor, params) + " order by " + order(board) + " limit :rows";
        return new Asked(sql, params);
    }

    long count(Board board, Visibility to, Instant now, Instant until) {
        Map<String, @Nullable Object> params = params(now, until);
        String sql = "select count(*) from views.oversight_case c where " + board.condition + visible(to, params);
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    List<OverdueLimit> overdueLimits(Instant before, boolean unnoticed, String after, int cases) {
        String sql =
                """
                select c.id, l.stage, l.due
                  from (select id, limits from views.oversight_case
                         where status <> 'CLOSED' and due < :before and id > :after%s order by id limit :cases) c,
                       jsonb_to_recordset(c.limits) as l(stage text, due timestamptz, settled timestamptz,
                         paused boolean, noticed timestamptz)
                 where l.settled is null and not l.paused and l.due < :before%s
                 order by c.id, l.due""".formatted(unnoticed ? " and unnoticed < :before" : "", unnoticed ? " and l.noticed is null" : "");
        return jdbc.sql(sql)
                .param("before", time(before))
                .param("after", after)
                .param("cases", cases)
                .query((row, n) -> new OverdueLimit(
                        new PetitionId(row.getString("id")),
                        row.getString("stage"),
                        Objects.requireNonNull(time(row, "due"))))
                .list();
    }

    private static String of(@Nullable Kind kind, Map<String, @Nullable Object> params) {
        if (kind == null) return "";
        params.put("kind", kind.name());
        return " and c.kind = :kind";
    }

    static String after(Board board, @Nullable String cursor, Map<String, @Nullable Object> params) {
        if (cursor == null) return "";
        Cursor place = Cursor.parse(cursor);
        params.put("at", time(place.at()));
        params.put("after", place.id());
        return " and (c." + board.order + ", c.id) " + (board.newestFirst ? "<" : ">") + " (:at, :after)";
    }

    private static String order(Board board) {
        return board.newestFirst ? "c." + board.order + " desc, c.id desc" : "c." + board.order + ", c.id";
    }

    private static Instant place(Board board, Case last) {
        return switch (board) {
            case OVERDUE, DUE_SOON, UNNOTICED -> Objects.requireNonNull(last.due());
            case ESCALATED -> Objects.requireNonNull(last.escalatedAt());
            case UNASSIGNED -> last.receivedAt();
            case URGED -> Objects.requireNonNull(last.urged());
        };
    }

    Figures figures(Period period, Visibility to, Instant now) {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Map<String, @Nullable Object> params = params(period, now);
            String sql =
                    "select count(*) from views.oversight_case c where " + measure.condition + visibleThen(to, params);
            counts.put(measure, jdbc.sql(sql).params(params).query(Long.class).single());
        }
        return new Figures(
                        period.from(),
                        period.last(),
                        counts,
                        received("coalesce(c.kind, 'UNCLASSIFIED')", period, to, now),
                        received("c.channel", period, to, now))
                .toldTo(to);
    }

    private Map<String, Long> received(String by, Period period, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = params(period, now);
        String sql = "select " + by + " as word, count(*) as n from views.oversight_case c where "
                + Measure.RECEIVED.condition + visibleThen(to, params) + " group by 1 order by 1";
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(sql).params(params).query(row -> {
            counts.put(row.getString("word"), row.getLong("n"));
        });
        return counts;
    }

    Page<Case> behind(Measure measure, Period period, Visibility to, Instant now, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = params(period, now);
        String place = after(Board.UNASSIGNED, cursor, params);
        String sql = "select c.* from views.oversight_case c where " + measure.condition + visibleThen(to, params)
                + place + " order by c.received, c.id limit :rows";
        params.put("rows", limit + 1);
        List<Case> rows =
                jdbc.sql(sql).params(params).query((row, n) -> read(row, now)).list();
        return Page.of(
                rows, limit, last -> new Cursor(last.receivedAt(), last.id().value()));
    }

    List<Workload> workload(By by, Period period, Visibility to, Instant now) {
        Map<String, Map<Measure, Long>> all = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            Map<String, @Nullable Object> params = params(period, now);
            String sql =
                    "select coalesce(" + by.column + ", '') as who, count(*) as n from views.oversight_case c where "
                            + measure.condition + visibleThen(to, params) + " group by 1";
            jdbc.sql(sql).params(params).query(row -> {
                all.computeIfAbsent(row.getString("who"), who -> new EnumMap<>(Measure.class))
                        .put(measure, row.getLong("n"));
            });
        }
        return all.entrySet().stream()
                .map(entry -> new Workload(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, @Nullable Object> params(Instant now, Instant until) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("now", time(now));
        params.put("until", time(until));
        return params;
    }

    private static Map<String, @Nullable Object> params(Period period, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", time(period.start()));
        params.put("end", time(period.end()));
        params.put("now", time(now));
        return params;
    }

    static String visible(Visibility to, Map<String, @Nullable Object> params) {
        String others = "";
        if (to.reader() != null) {
            params.put("reader", to.readerName());
            others = " and c.id not in (select petition from views.accused where officer = :reader)";
        }
        if (to.all()) return others;
        String[] units = to.unitNames();
        params.put("units", units.length == 1 ? units[0] : units);
        return others + (units.length == 1 ? " and c.unit = :units" : " and c.unit = any(:units)");
    }

    /** By the units that had the cases when the period ended: a reorganisation leaves figures of before as they were. */
    private static String visibleThen(Visibility to, Map<String, @Nullable Object> params) {
        String now = visible(to, params);
        if (to.all()) return now;
        String then = to.unitNames().length == 1 ? "c.former = :units" : "c.former = any(:units)";
        int units = now.lastIndexOf(" and ");
        return now.substring(0, units) + " and (" + now.substring(units + " and ".length())
                + " and (c.handed is null or c.handed < :end) or " + then + " and c.handed >= :end)";
    }

    static Case read(ResultSet row, Instant now) throws SQLException {
        OversightRow found = OversightRow.read(row, 0);
        Instant due = Tables.finite(found.due());
        return new Case(
                found.id,
                found.code,
                found.kind,
                found.channel,
                found.stage,
                found.status,
                found.unit,
                found.assignee,
                found.subject,
                found.received,
                found.closed,
                found.result,
                due,
                due != null && due.isBefore(now),
                found.level,
                found.escalated,
                found.cause,
                found.raised,
                found.answerBy(),
                found.answered);
    }
}
