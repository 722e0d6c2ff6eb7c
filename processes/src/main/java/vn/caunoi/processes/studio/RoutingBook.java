package vn.caunoi.processes.studio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.routing.RoutingRow;
import vn.caunoi.processes.rules.DmnRules;
import vn.caunoi.processes.rules.RoutingInForce;

/** The routing table as people read it: which unit a petition belongs to, by what and where it is about. */
public final class RoutingBook {

    /**
     * One row.
     *
     * @param conditions the tests that do not hold for any, as {@code name: test} in FEEL
     * @param unit id of the unit
     * @param confidence {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
     * @param own whether it is in the table of the authority
     */
    public record Row(
            String id,
            String description,
            String descriptionVi,
            List<String> conditions,
            String unit,
            String source,
            String confidence,
            @Nullable LocalDate validFrom,
            boolean own) {

        /** Whether the authority has to confirm it. */
        public boolean isToBeConfirmed() {
            return confidence.equals("M?") || confidence.equals("X");
        }
    }

    private final Supplier<@Nullable RoutingInForce> routing;
    private final Supplier<Clock> clock;

    RoutingBook(Supplier<@Nullable RoutingInForce> routing, Supplier<Clock> clock) {
        this.routing = routing;
        this.clock = clock;
    }

    /**
     * In the order they are asked: those of the table, of which the first that fits answers, then those of administrators
     * that hold today or later, of which the narrowest does, then the default units of categories.
     */
    public List<Row> rows() {
        RoutingInForce now = routing.get();
        if (now == null) return List.of();
        List<Row> rows =
                new ArrayList<>(now.rows(today()).stream().map(RoutingBook::row).toList());
        rows.addAll(afterTheTable());
        return rows;
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.get().instant());
    }

    /** Of these, those that are asked when no row of the table fits. */
    public List<Row> afterTheTable() {
        RoutingInForce now = routing.get();
        if (now == null) return List.of();
        LocalDate today = today();
        List<Row> rows = new ArrayList<>();
        now.kept().stream()
                .filter(row -> row.until() == null || !row.until().isBefore(today))
                .map(RoutingBook::row)
                .forEach(rows::add);
        now.defaults(today).stream().map(RoutingBook::row).forEach(rows::add);
        return rows;
    }

    private static Row row(RoutingRow row) {
        List<String> conditions = new ArrayList<>();
        if (row.kind() != null) conditions.add("kind: \"" + row.kind() + "\"");
        if (row.category() != null) conditions.add("category: \"" + row.category() + "\"");
        if (!row.places().isEmpty()) conditions.add("place: \"" + String.join("\",\"", row.places()) + "\"");
        if (row.at() != null) conditions.add("at: \"" + row.at() + "\"");
        if (row.until() != null) conditions.add("validTo: " + row.until());
        return new Row(row.id(), "", "", conditions, row.unit().value(), row.source(), "S", row.from(), true);
    }

    private static Row row(DmnRules.Row row) {
        List<String> conditions = row.conditions().entrySet().stream()
                .filter(test ->
                        !test.getKey().equals("validFrom") && !test.getValue().equals("-"))
                .map(test -> test.getKey() + ": " + test.getValue())
                .toList();
        return new Row(
                row.id(),
                row.description(),
                row.descriptionVi(),
                conditions,
                row.results().getOrDefault("unit", ""),
                row.results().getOrDefault("source", ""),
                row.results().getOrDefault("confidence", ""),
                row.validFrom(),
                row.own());
    }
}
