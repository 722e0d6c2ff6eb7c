package vn.caunoi.api.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.report.Figure;
import vn.caunoi.core.report.FrozenHash;
import vn.caunoi.core.report.Listed;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.report.ReportFacts;
import vn.caunoi.projections.report.ReportFacts.Item;

/** Numbers with what they count, ready to be submitted. */
record Frozen(List<Figure> figures, List<Listed> cases) {

    /** What somebody typed, by table and column. */
    interface Typed {
        @Nullable Long of(String table, String column);
    }

    String sha256() {
        return FrozenHash.of(figures, cases);
    }

    static Frozen of(Which which, ReportFacts facts, Typed typed) {
        List<Figure> figures = new ArrayList<>();
        Map<Item, List<Integer>> places =
                new TreeMap<>(Comparator.comparing(Item::subject).thenComparing(Item::weight));
        Map<ReportColumn, ReportFacts.Found> live = facts.found(which.columns(), which.scope());
        for (ReportTable table : which.definition().tables()) {
            Map<String, Long> values = new LinkedHashMap<>();
            for (ReportColumn column : table.columns()) {
                Long value = column.isWritten() ? typed.of(table.id(), column.id()) : null;
                ReportFacts.Found found = live.get(column);
                if (found != null) {
                    List<Item> items = found.items();
                    int place = figures.size();
                    items.forEach(item -> places.computeIfAbsent(item, first -> new ArrayList<>())
                            .add(place));
                    value = items.stream().mapToLong(Item::weight).sum();
                    values.put(column.id(), value);
                }
                Long corrected = column.isCorrectable() ? typed.of(table.id(), column.id()) : null;
                if (corrected != null) value = corrected;
                if (column.isShare()) figures.add(share(table, column, values));
                else if (value != null)
                    figures.add(
                            new Figure(table.id(), column.id(), value, null, column.isWritten() || corrected != null));
            }
        }
        return new Frozen(figures, listed(places));
    }

    private static Figure share(ReportTable table, ReportColumn column, Map<String, Long> values) {
        return new Figure(
                table.id(), column.id(), Shares.sum(column.over(), values), Shares.sum(column.under(), values), false);
    }

    private static List<Listed> listed(Map<Item, List<Integer>> places) {
        return places.entrySet().stream()
                .map(entry -> new Listed(
                        entry.getKey().subject(),
                        entry.getKey().sort().name(),
                        entry.getKey().weight(),
                        entry.getValue()))
                .toList();
    }
}
