package vn.caunoi.core.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.category.CategoryWord;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.routing.RoutingEvent.RoutingRowRemoved;
import vn.caunoi.core.routing.RoutingEvent.RoutingRowSet;

/**
 * The rows that administrators keep. Of several that fit the narrowest answers: a village before none, then the category
 * that stands lowest, a unit before none, a kind before none, and what began last.
 */
public final class RoutingTable {

    public static final RoutingTable NONE = new RoutingTable(Map.of(), 0);

    private final Map<String, RoutingRow> rows;
    private final int changes;

    private RoutingTable(Map<String, RoutingRow> rows, int changes) {
        this.rows = rows;
        this.changes = changes;
    }

    public RoutingTable after(RoutingEvent event) {
        Map<String, RoutingRow> next = new LinkedHashMap<>(rows);
        switch (event) {
            case RoutingRowSet e -> next.put(e.row().id(), e.row());
            case RoutingRowRemoved e -> next.remove(e.row());
        }
        return new RoutingTable(next, changes + 1);
    }

    /** Rises with each change. */
    public String version() {
        return "routing#" + changes;
    }

    public List<RoutingRow> rows() {
        return List.copyOf(rows.values());
    }

    public Optional<RoutingRow> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** @param units the unit that is asked about and all above it */
    public Optional<RoutingRow> rowFor(RoutingQuestion question, CategoryTree tree, List<UnitId> units) {
        List<RoutingRow> fitting = new ArrayList<>(rows.values().stream()
                .filter(row -> fits(row, question, tree, units))
                .toList());
        fitting.sort(narrowest(question, tree));
        return fitting.stream().findFirst();
    }

    private static boolean fits(RoutingRow row, RoutingQuestion asked, CategoryTree tree, List<UnitId> units) {
        return row.isInForce(asked.on())
                && isOf(row.kind(), asked.kind())
                && (row.category() == null || tree.isWithin(asked.category(), row.category(), asked.on()))
                && (row.places().isEmpty() || isAmong(asked.place(), row.places()))
                && (row.at() == null || units.contains(row.at()));
    }

    /** A denunciation goes up to a superior; only a row that is about denunciations sends it elsewhere. */
    private static boolean isOf(@Nullable Kind wanted, @Nullable String kind) {
        return wanted == null
                ? !Kind.DENUNCIATION.name().equals(kind)
                : wanted.name().equals(kind);
    }

    private static boolean isAmong(@Nullable String place, List<String> places) {
        return place != null && places.stream().map(CategoryWord::plain).anyMatch(CategoryWord.plain(place)::equals);
    }

    private static Comparator<RoutingRow> narrowest(RoutingQuestion asked, CategoryTree tree) {
        return Comparator.comparing((RoutingRow row) -> row.places().isEmpty())
                .thenComparing(row -> -depth(row.category(), asked, tree))
                .thenComparing(row -> row.at() == null)
                .thenComparing(row -> row.kind() == null)
                .thenComparing(
                        row -> row.from() == null ? Long.MAX_VALUE : -row.from().toEpochDay())
                .thenComparing(RoutingRow::id);
    }

    private static int depth(@Nullable String category, RoutingQuestion asked, CategoryTree tree) {
        if (category == null) return 0;
        return tree.meant(category)
                .map(id -> tree.lineage(id, asked.on()).size())
                .orElse(1);
    }

    /** Whether another row asks and answers the same. */
    public boolean has(RoutingRow row) {
        return Objects.equals(rows.get(row.id()), row);
    }
}
