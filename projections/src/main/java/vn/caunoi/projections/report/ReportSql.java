package vn.caunoi.projections.report;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.report.Counted;
import vn.caunoi.core.report.Counts;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.projections.CategorySql;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.report.ReportFacts.Scope;

/**
 * The statement that finds what a column counts of the reception, and of cases closed for the first time. Words of a
 * definition only ever become parameters.
 */
final class ReportSql {
    private final Scope scope;
    private final Matters matters;
    private final boolean people;
    final Map<String, @Nullable Object> params = new HashMap<>();

    ReportSql(ReportColumn column, Scope scope, Instant now, Matters matters) {
        this.scope = scope;
        this.matters = matters;
        this.people = column.people();
        params.put("from", scope.period().from());
        params.put("last", scope.period().last());
        params.put("start", time(scope.period().start().toInstant()));
        params.put("end", time(scope.period().end().toInstant()));
        params.put("now", time(now));
        params.put(
                "units", scope.units().stream().map(Objects::toString).sorted().toArray(String[]::new));
        params.put("sees", scope.sight().unitNames());
        params.put("reader", scope.sight().readerName());
    }

    /** Rows of subject, sort, weight and unit; one for each way in which something is counted. */
    String found(ReportColumn column) {
        String all = anyOf(column.any());
        if (column.except().isEmpty()) return all;
        return "select * from (" + all + ") counted where subject not in (select subject from ("
                + anyOf(column.except()) + ") excepted)";
    }

    private String anyOf(List<Counted> ways) {
        return ways.stream().map(this::one).collect(Collectors.joining(" union all "));
    }

    private String one(Counted way) {
        return switch (way.what()) {
            case VISIT -> visits(way, "v.visit", "'VISIT'");
            case VISIT_CASE ->
                visits(
                        way,
                        "case when v.same_as is null then coalesce(v.petition, v.visit)"
                                + " else coalesce(first.petition, v.same_as) end",
                        "case when v.same_as is null and v.petition is null"
                                + " or v.same_as is not null and first.petition is null then 'VISIT' else 'PETITION' end");
            case SITTING -> sittings(way);
            case FINISHED -> finished(way);
            default -> throw new IllegalArgumentException(way.what() + " is counted by another pass");
        };
    }

    private String finished(Counted way) {
        return "select f.petition as subject, 'PETITION' as sort, 1 as weight, f.unit from views.oversight_fact f"
                + " join views.report_case c on c.id = f.petition"
                + " where f.what = 'CLOSED' and f.at >= :start and f.at < :end and f.unit = any(:units)"
                + narrowed("c.kind", way.kinds()) + narrowed("f.result", way.details())
                + about("c.category", way) + conditions(way, "f.petition")
                + seen(scope.sight(), "f.petition");
    }

    private String visits(Counted way, String subject, String sort) {
        String sql = "select " + subject + " as subject, " + sort + " as sort, " + (people ? "v.people" : "1")
                + " as weight, v.unit from views.visit v"
                + " left join views.visit first on first.visit = v.same_as"
                + " where v.happened >= :start and v.happened < :end and v.unit = any(:units)"
                + narrowed("v.matter", way.kinds());
        StringBuilder details = new StringBuilder(sql);
        way.details().forEach(detail -> details.append(" and ").append(ofVisit(detail)));
        return details + seen(scope.sight(), "v.petition");
    }

    private String ofVisit(String detail) {
        return switch (detail) {
            case "CROWD" -> "v.crowd";
            case "DAILY" -> "v.sitting is null";
            case "LEADER" -> "v.sitting is not null";
            case "DELEGATED" -> "v.sitting in (select s.sitting from views.sitting s where s.state = 'DELEGATED')";
            default -> param(detail) + " in (v.way, v.ending)";
        };
    }

    /** Days, not sittings: a leader who receives twice on a day has held one. */
    private String sittings(Counted way) {
        StringBuilder sql = new StringBuilder("select min(s.sitting) as subject, 'SITTING' as sort, 1 as weight, s.unit"
                + " from views.sitting s where s.day between :from and :last and s.unit = any(:units)");
        way.details().forEach(detail -> sql.append(" and ").append(ofSitting(detail)));
        return sql + " group by s.unit, s.leader, s.day";
    }

    private String ofSitting(String detail) {
        return switch (detail) {
            case "ONLINE" -> "s.online and s.state in ('HELD', 'DELEGATED')";
            case "UNSCHEDULED" -> "s.unscheduled is not null and s.state in ('HELD', 'DELEGATED')";
            case "MISSED" ->
                "s.unscheduled is null and (s.state = 'MISSED' or s.state = 'PLANNED'"
                        + " and s.day < (:now::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)";
            default -> "s.unscheduled is null and s.state = " + param(detail);
        };
    }

    private String conditions(Counted way, String petition) {
        StringBuilder sql = new StringBuilder();
        for (Counts also : way.also()) sql.append(" and exists ").append(happened(also, petition));
        for (Counts not : way.not()) sql.append(" and not exists ").append(happened(not, petition));
        return sql.toString();
    }

    private String happened(Counts what, String petition) {
        return "(select from views.report_fact a where a.petition = " + petition + " and a.stands and a.what = "
                + param(what.name()) + " and a.day <= :last)";
    }

    private String about(String column, Counted way) {
        StringBuilder sql = new StringBuilder();
        for (Set<String> ids : matters.of(way)) {
            CategorySql about = CategorySql.of(column, ids, matters.tree(), "about" + params.size());
            params.putAll(about.params());
            sql.append(" and ").append(about.condition());
        }
        return sql.toString();
    }

    private String narrowed(String column, List<?> words) {
        if (words.isEmpty()) return "";
        return " and " + column + " = any("
                + param(words.stream().map(Object::toString).toArray(String[]::new)) + ")";
    }

    /** What is about the reader is not there, and no secret of a unit they do not see now. */
    static String seen(Visibility sight, String petition) {
        String sql = "";
        if (sight.reader() != null) sql += " and not exists " + about(petition);
        return sight.all() ? sql : sql + " and not exists " + secret(petition);
    }

    static String about(String petition) {
        return "(select from views.accused m where m.petition = " + petition + " and m.officer = :reader)";
    }

    static String secret(String petition) {
        return "(select from views.report_case r where r.id = " + petition + " and r.unit <> all(:sees)"
                + " and (r.kind = 'DENUNCIATION' or exists (select from views.accused b where b.petition = r.id)))";
    }

    private String param(Object value) {
        String name = "p" + params.size();
        params.put(name, value);
        return ":" + name;
    }
}
