package vn.caunoi.processes.studio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.rules.DmnRules;

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

    private final List<Row> rows;

    RoutingBook(List<DmnRules.Row> rows) {
        this.rows = rows.stream().map(RoutingBook::row).toList();
    }

    /** In the order they are asked: the first that fits answers. */
    public List<Row> rows() {
        return rows;
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
