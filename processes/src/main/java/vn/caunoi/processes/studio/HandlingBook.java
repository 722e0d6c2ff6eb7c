package vn.caunoi.processes.studio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.handling.EligibilityRule;
import vn.caunoi.processes.rules.DmnRules;

/** The handling table and the conditions of petitions as designers read them: every row with its source and how sure it is. */
public final class HandlingBook {

    /**
     * One row of the table.
     *
     * @param conditions the tests that do not hold for any, as {@code name: test} in FEEL
     * @param handling a {@link vn.caunoi.core.handling.Handling}
     * @param outcome by which a task of classification ends so; empty leaves it open
     * @param own whether it is in the table of the authority
     */
    public record Row(
            String id,
            String description,
            String descriptionVi,
            List<String> conditions,
            String handling,
            String outcome,
            String source,
            String confidence,
            @Nullable LocalDate validFrom,
            boolean own) {

        /** Whether the authority has to confirm it or to put its own in place of it. */
        public boolean isToBeConfirmed() {
            return confidence.equals("M?") || confidence.equals("X");
        }
    }

    private final Supplier<List<DmnRules.Row>> rows;
    private final List<EligibilityRule> conditions;

    HandlingBook(Supplier<List<DmnRules.Row>> rows, List<EligibilityRule> conditions) {
        this.rows = rows;
        this.conditions = conditions;
    }

    /** As they hold today, in the order they are asked: the first that fits answers. */
    public List<Row> rows() {
        return rows.get().stream().map(HandlingBook::row).toList();
    }

    public Optional<Row> row(String id) {
        return rows().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    public List<EligibilityRule> conditions() {
        return conditions;
    }

    private static Row row(DmnRules.Row row) {
        List<String> tests = row.conditions().entrySet().stream()
                .filter(test ->
                        !test.getKey().equals("validFrom") && !test.getValue().equals("-"))
                .map(test -> test.getKey() + ": " + test.getValue())
                .toList();
        return new Row(
                row.id(),
                row.description(),
                row.descriptionVi(),
                tests,
                row.results().getOrDefault("handling", ""),
                row.results().getOrDefault("outcome", ""),
                row.results().getOrDefault("source", ""),
                row.results().getOrDefault("confidence", ""),
                row.validFrom(),
                row.own());
    }
}
