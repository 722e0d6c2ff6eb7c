package vn.caunoi.projections.report;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.report.Counts;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.projections.report.FactWay.Fact;
import vn.caunoi.projections.report.ReportFacts.Scope;

/**
 * Reads the facts of a period once and counts them for all columns at the same time: a report has two hundred, and a
 * statement for each reads the same rows again and again. Petitions are numbered with the unit that the fact counts for.
 */
final class FactPass {

    private static final String COLUMNS =
            "select f.petition, f.what, f.detail, f.day, f.ends, f.kind, f.category, f.unit from views.report_fact f"
                    + " where f.stands and f.what = any(:whats) and f.unit = any(:units)";

    /** What happened in the period, and what lasted into it; each by an index of its own. */
    private static final String HAPPENED = " and f.day between :from and :last";

    private static final String LASTED = " and f.what in ('OPEN', 'SETTLING', 'SUSPENDED') and f.day <= :last"
            + " and coalesce(f.ends, 'infinity'::date) >= :from";

    private static final String LATE = """
            select o.id from views.oversight_case o where o.id = any(:ids) and exists (
                select from jsonb_to_recordset(o.limits) as l(due timestamptz, since timestamptz, settled timestamptz,
                    paused boolean)
                 where l.due < least(:end, :now) and l.since < :end and not l.paused
                   and (l.settled is null or l.settled >= :end))""";

    private static final String HAD = """
            select distinct a.petition from views.report_fact a
             where a.petition = any(:ids) and a.stands and a.what = :what and a.day <= :last""";

    private final JdbcClient jdbc;
    private final Scope scope;
    private final Instant now;
    private final Matters matters;
    private final Map<ReportColumn, Ways> ways = new HashMap<>();
    private final Map<String, Map<String, Integer>> places = new HashMap<>();
    private final List<String> petitions = new ArrayList<>();
    private final List<String> units = new ArrayList<>();

    private record Ways(List<FactWay> any, List<FactWay> except) {
        Stream<FactWay> all() {
            return Stream.concat(any.stream(), except.stream());
        }
    }

    FactPass(JdbcClient jdbc, Scope scope, Instant now, Matters matters) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.now = now;
        this.matters = matters;
    }

    /** Whether it counts facts of petitions only. */
    static boolean counts(ReportColumn column) {
        return Stream.concat(column.any().stream(), column.except().stream())
                .map(way -> way.what())
                .noneMatch(what -> what.isOfReception() || what == Counts.FINISHED);
    }

    Map<ReportColumn, FactsFound> of(List<ReportColumn> columns) {
        columns.forEach(column -> ways.computeIfAbsent(column, this::ways));
        read();
        filter();
        Map<ReportColumn, FactsFound> found = new HashMap<>();
        ways.forEach((column, all) -> found.put(column, new FactsFound(found(all), amounts(all), petitions, units)));
        return found;
    }

    private Ways ways(ReportColumn column) {
        return new Ways(
                column.any().stream()
                        .map(way -> new FactWay(way, scope.period(), matters.test(way)))
                        .toList(),
                column.except().stream()
                        .map(way -> new FactWay(way, scope.period(), matters.test(way)))
                        .toList());
    }

    private void read() {
        Map<String, List<FactWay>> byWhat = ways.values().stream()
                .flatMap(Ways::all)
                .collect(Collectors.groupingBy(way -> way.counted.what().name()));
        read(byWhat, what -> !what.lasts(), HAPPENED);
        read(byWhat, Counts::lasts, LASTED);
    }

    private void read(Map<String, List<FactWay>> byWhat, Predicate<Counts> which, String when) {
        String[] whats = byWhat.keySet().stream()
                .filter(what -> which.test(Counts.valueOf(what)))
                .toArray(String[]::new);
        if (whats.length == 0) return;
        jdbc.sql(COLUMNS + when + ReportSql.seen(scope.sight(), "f.petition"))
                .withFetchSize(5_000)
                .params(params(Map.of("whats", whats)))
                .query(row -> {
                    Fact fact = fact(row);
                    int place = place(row.getString("petition"), row.getString("unit"));
                    byWhat.getOrDefault(fact.what(), List.of()).forEach(way -> way.take(fact, place));
                });
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getString("what"),
                row.getString("detail"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getObject("ends", LocalDate.class),
                row.getString("kind"),
                row.getString("category"));
    }

    private int place(String petition, String unit) {
        return places.computeIfAbsent(unit, first -> new HashMap<>()).computeIfAbsent(petition, first -> {
            petitions.add(petition);
            units.add(unit);
            return units.size() - 1;
        });
    }

    /** What must, and must not, have happened as well, and what must be late: asked for what was found so far only. */
    private void filter() {
        Map<Counts, BitSet> asked = new EnumMap<>(Counts.class);
        BitSet late = new BitSet();
        ways.values().stream().flatMap(Ways::all).forEach(way -> {
            Stream.concat(way.counted.also().stream(), way.counted.not().stream())
                    .forEach(what ->
                            asked.computeIfAbsent(what, first -> new BitSet()).or(way.found));
            if (way.counted.late()) late.or(way.found);
        });
        Map<Counts, BitSet> had = new EnumMap<>(Counts.class);
        asked.forEach((what, ids) -> had.put(what, those(HAD, ids, Map.of("what", what.name()))));
        BitSet isLate = those(LATE, late, Map.of());
        ways.values().stream().flatMap(Ways::all).forEach(way -> {
            way.counted.also().forEach(what -> way.found.and(had.getOrDefault(what, new BitSet())));
            way.counted.not().forEach(what -> way.found.andNot(had.getOrDefault(what, new BitSet())));
            if (way.counted.late()) way.found.and(isLate);
        });
    }

    private BitSet those(String sql, BitSet of, Map<String, ?> more) {
        if (of.isEmpty()) return new BitSet();
        String[] ids = of.stream().mapToObj(petitions::get).distinct().toArray(String[]::new);
        Map<String, Object> given = new HashMap<>(more);
        given.put("ids", ids);
        Set<String> named = new HashSet<>(
                jdbc.sql(sql).params(params(given)).query(String.class).list());
        BitSet those = new BitSet();
        of.stream().filter(place -> named.contains(petitions.get(place))).forEach(those::set);
        return those;
    }

    /** A petition that is left out is left out of every unit. */
    private BitSet found(Ways all) {
        BitSet found = new BitSet();
        all.any().forEach(way -> found.or(way.found));
        if (all.except().isEmpty()) return found;
        Set<String> without = all.except().stream()
                .flatMap(way -> way.found.stream().mapToObj(petitions::get))
                .collect(Collectors.toSet());
        BitSet rest = new BitSet();
        found.stream().filter(place -> !without.contains(petitions.get(place))).forEach(rest::set);
        return rest;
    }

    /** Empty where cases are counted. */
    private static Map<Integer, Long> amounts(Ways all) {
        Map<Integer, Long> amounts = new HashMap<>();
        all.any().forEach(way -> way.amounts.forEach((place, amount) -> amounts.merge(place, amount, Long::sum)));
        return amounts;
    }

    private Map<String, @Nullable Object> params(Map<String, ?> more) {
        Map<String, @Nullable Object> params = new HashMap<>(more);
        params.put("from", scope.period().from());
        params.put("last", scope.period().last());
        params.put("end", time(scope.period().end().toInstant()));
        params.put("now", time(now));
        params.put(
                "units", scope.units().stream().map(Objects::toString).sorted().toArray(String[]::new));
        params.put("sees", scope.sight().unitNames());
        params.put("reader", scope.sight().readerName());
        return params;
    }
}
