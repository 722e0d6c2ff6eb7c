package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeInForce;
import vn.caunoi.processes.rules.AmendedTable;
import vn.caunoi.processes.rules.BrokenTable;
import vn.caunoi.processes.rules.DmnRules;
import vn.caunoi.processes.rules.RulesInForce;

/**
 * The deadline table as designers read it: every row with its source and how sure it is, and below each what was
 * published in its place for a time of its own.
 */
public final class RuleBook {

    /**
     * One row, or one edition of it.
     *
     * @param id {@code D04} for the row of the table, {@code D04.2} for an edition published since
     * @param row the row of the table
     * @param kind as the table tests it, in FEEL; {@code -} for any
     * @param stage as the table tests it, in FEEL
     * @param conditions the other tests that do not hold for any, as {@code name: test}
     * @param unit {@code CALENDAR_DAYS} or {@code WORKING_DAYS}
     * @param roll whether a last day off gives way to the next working day
     * @param confidence {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
     * @param validTo last day on which a limit is set by it, of an edition that has one
     * @param own whether it is in the table of the authority, or was published here
     */
    public record Row(
            String id,
            String row,
            String description,
            String descriptionVi,
            String kind,
            String stage,
            List<String> conditions,
            String amount,
            String unit,
            boolean roll,
            String source,
            String confidence,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean own) {

        /** Whether the authority has to confirm it or to put its own in place of it. */
        public boolean isToBeConfirmed() {
            return confidence.equals("M?") || confidence.equals("X");
        }

        public boolean isEdition() {
            return !id.equals(row);
        }

        private Row edition(AmendedRule rule) {
            return new Row(
                    rule.id(),
                    row,
                    description,
                    descriptionVi,
                    kind,
                    stage,
                    conditions,
                    Integer.toString(rule.limit().amount()),
                    rule.limit().unit().name(),
                    rule.roll(),
                    rule.source(),
                    rule.confidence(),
                    rule.validFrom(),
                    rule.validTo(),
                    true);
        }
    }

    private final @Nullable RulesInForce rules;

    RuleBook(@Nullable RulesInForce rules) {
        this.rules = rules;
    }

    /** As they are at this moment. */
    public List<Row> rows() {
        if (rules == null) return List.of();
        TimeInForce time = rules.time();
        List<Row> rows = new ArrayList<>();
        for (DmnRules.Row written : rules.rows()) {
            Row row = row(written);
            rows.add(row);
            time.editions(row.id()).forEach(rule -> rows.add(row.edition(rule)));
        }
        return rows;
    }

    /** A row of the table by its id, without what was published since. */
    public Optional<Row> row(String id) {
        return rows().stream()
                .filter(row -> row.id().equals(id) && !row.isEdition())
                .findFirst();
    }

    /**
     * A limit that is to be another one.
     *
     * @param before what is in force on the first day of {@code now}
     */
    public record Amended(Row row, AmendedRule before, AmendedRule now) {}

    /** @param problem why the table cannot be used; null when it can */
    public record Amendments(List<Amended> rows, @Nullable Said problem) {}

    /** The table in force with the rows that one written anew has beside its own; empty where it has none or cannot be used. */
    public Optional<String> extended(String table, LocalDate today) {
        if (rules == null) return Optional.empty();
        try {
            return new AmendedTable(rules, today).extended(table.getBytes(StandardCharsets.UTF_8));
        } catch (BrokenTable broken) {
            return Optional.empty();
        }
    }

    /** What a table written anew amends. @param from first day of it, today or later */
    public Amendments amendments(String table, LocalDate from, LocalDate today) {
        if (rules == null) return new Amendments(List.of(), Sentence.BROKEN_NO_TABLE.of());
        try {
            byte[] content = table.getBytes(StandardCharsets.UTF_8);
            return new Amendments(told(new AmendedTable(rules, today).changes(content, from)), null);
        } catch (BrokenTable broken) {
            return new Amendments(List.of(), Said.known(String.valueOf(broken.getMessage())));
        }
    }

    /** The table with what is in force on a day, to begin with; empty where none is kept. */
    public Optional<String> table(LocalDate on) {
        return rules == null ? Optional.empty() : Optional.of(new AmendedTable(rules, on).written(on));
    }

    /** The rows of a table written anew; empty where it cannot be used. */
    public static List<Row> rows(String table) {
        try {
            return AmendedTable.rows(table).stream().map(RuleBook::row).toList();
        } catch (BrokenTable broken) {
            return List.of();
        }
    }

    /** The table with other limits, by row; only of one that can be used. */
    public static String rewritten(String table, Map<String, Limit> limits) {
        return AmendedTable.rewritten(table, limits);
    }

    /** What has to be amended so that these rules hold again from that day on. */
    public List<Amended> restoring(List<AmendedRule> wanted, LocalDate from, LocalDate today) {
        return rules == null ? List.of() : told(new AmendedTable(rules, today).differing(wanted, from));
    }

    private static List<Amended> told(List<AmendedTable.Change> changes) {
        return changes.stream()
                .map(one -> new Amended(row(one.row()), one.before(), one.now()))
                .toList();
    }

    private static Row row(DmnRules.Row row) {
        Map<String, String> then = row.results();
        List<String> conditions = row.conditions().entrySet().stream()
                .filter(test -> !test.getKey().equals("kind") && !test.getKey().equals("stage"))
                .filter(test ->
                        !test.getKey().equals("validFrom") && !test.getValue().equals("-"))
                .map(test -> test.getKey() + ": " + test.getValue())
                .toList();
        return new Row(
                row.id(),
                row.id(),
                row.description(),
                row.descriptionVi(),
                row.conditions().getOrDefault("kind", "-"),
                row.conditions().getOrDefault("stage", "-"),
                conditions,
                then.getOrDefault("amount", ""),
                then.getOrDefault("unit", ""),
                then.getOrDefault("roll", "").equals("true"),
                then.getOrDefault("source", ""),
                then.getOrDefault("confidence", ""),
                row.validFrom(),
                null,
                row.own());
    }
}
