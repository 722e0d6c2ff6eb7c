package vn.caunoi.projections.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.projections.report.ReportFacts.Found;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.ReportFacts.Scope;
import vn.caunoi.projections.report.ReportFacts.Sort;

/** Finds what columns of a report count: facts of petitions in one pass for all of them, the rest by a statement each. */
record ReportQuery(JdbcClient jdbc, Supplier<CategoryTree> tree) {

    Map<ReportColumn, Found> found(List<ReportColumn> columns, Scope scope, Instant now) {
        Map<ReportColumn, Found> found = new HashMap<>();
        Matters matters = new Matters(tree.get(), scope.period().last());
        List<ReportColumn> facts = columns.stream().filter(FactPass::counts).toList();
        if (!facts.isEmpty()) found.putAll(new FactPass(jdbc, scope, now, matters).of(facts));
        columns.stream()
                .filter(Predicate.not(FactPass::counts))
                .forEach(column -> found.computeIfAbsent(column, one -> new Rows(rows(one, scope, now, matters))));
        return found;
    }

    private record Row(Item item, UnitId unit) {}

    private List<Row> rows(ReportColumn column, Scope scope, Instant now, Matters matters) {
        ReportSql sql = new ReportSql(column, scope, now, matters);
        String listed = "select subject, unit, max(sort) as sort, max(weight) as weight from (" + sql.found(column)
                + ") found group by subject, unit order by subject";
        return jdbc.sql(listed)
                .params(sql.params)
                .query((row, n) -> new Row(
                        new Item(row.getString("subject"), Sort.valueOf(row.getString("sort")), row.getInt("weight")),
                        new UnitId(row.getString("unit"))))
                .list();
    }

    /** Something that was found for two units, or in several ways, counts once by its greatest weight. */
    private record Rows(List<Row> rows) implements Found {
        @Override
        public long count() {
            return items().stream().mapToLong(Item::weight).sum();
        }

        @Override
        public List<Item> items() {
            Map<String, Item> once = new TreeMap<>();
            rows.forEach(row -> once.merge(
                    row.item().subject(),
                    row.item(),
                    (one, other) -> new Item(
                            one.subject(),
                            one.sort().compareTo(other.sort()) >= 0 ? one.sort() : other.sort(),
                            Math.max(one.weight(), other.weight()))));
            return List.copyOf(once.values());
        }

        @Override
        public Map<UnitId, Long> byUnit() {
            Map<UnitId, Long> counts = new TreeMap<>(Comparator.comparing(UnitId::value));
            rows.forEach(row -> counts.merge(row.unit(), (long) row.item().weight(), Long::sum));
            return counts;
        }
    }
}
