package vn.caunoi.processes.studio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.rules.DmnRules;

/** The deadline table as designers read it: every row with its source and how sure it is. */
public final class RuleBook {

    /**
     * One row.
     *
     * @param kind as the table tests it, in FEEL; {@code -} for any
     * @param stage as the table tests it, in FEEL
     * @param conditions the other tests that do not hold for any, as {@code name: test}
     * @param unit {@code CALENDAR_DAYS} or {@code WORKING_DAYS}
     * @param confidence {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
     * @param own whether it is in the table of the authority
     */
    public record Row(
            String id,
            String description,
            String kind,
            String stage,
            List<String> conditions,
            String amount,
            String unit,
            String source,
            String confidence,
            @Nullable LocalDate validFrom,
            boolean own) {

        /** Whether the authority has to confirm it or to put its own in place of it. */
        public boolean isToBeConfirmed() {
            return confidence.equals("M?") || confidence.equals("X");
        }
    }

    private final List<Row> rows;

    RuleBook(List<DmnRules.Row> rows) {
        this.rows = rows.stream().map(RuleBook::row).toList();
    }

    public List<Row> rows() {
        return rows;
    }

    private static Row row(DmnRules.Row row) {
        List<String> conditions = row.conditions().entrySet().stream()
                .filter(test -> !test.getKey().equals("kind") && !test.getKey().equals("stage"))
                .filter(test ->
                        !test.getKey().equals("validFrom") && !test.getValue().equals("-"))
                .map(test -> test.getKey() + ": " + test.getValue())
                .toList();
        return new Row(
                row.id(),
                row.description(),
                row.conditions().getOrDefault("kind", "-"),
                row.conditions().getOrDefault("stage", "-"),
                conditions,
                row.results().getOrDefault("amount", ""),
                row.results().getOrDefault("unit", ""),
                row.results().getOrDefault("source", ""),
                row.results().getOrDefault("confidence", ""),
                row.validFrom(),
                row.own());
    }
}
