package vn.caunoi.processes.studio;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.rules.DmnRules;

/** The escalation ladder as people read it: who is told of a case that is not worked on in time, and when. */
public final class LadderBook {

    /**
     * One row.
     *
     * @param kind as the table tests it, in FEEL; {@code -} for any
     * @param stage as the table tests it, in FEEL
     * @param occasion {@code APPROACHING, NOT_TAKEN, MISSED} or {@code UNATTENDED}
     * @param workingDays 0 for at once
     * @param to {@code OFFICER, HEAD, UNIT_ABOVE} or {@code TOP}
     * @param confidence {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
     * @param own whether it is in the table of the authority
     */
    public record Row(
            String id,
            String description,
            String descriptionVi,
            String kind,
            String stage,
            String occasion,
            String level,
            String workingDays,
            String to,
            String source,
            String confidence,
            @Nullable LocalDate validFrom,
            boolean own) {

        /** Whether the authority has to confirm it or to put its own in place of it. */
        public boolean isToBeConfirmed() {
            return confidence.equals("M?") || confidence.equals("X");
        }

        public boolean isAtOnce() {
            return workingDays.equals("0");
        }
    }

    private final Supplier<List<DmnRules.Row>> rows;

    LadderBook(Supplier<List<DmnRules.Row>> rows) {
        this.rows = rows;
    }

    /** As they hold today. */
    public List<Row> rows() {
        return rows.get().stream().map(LadderBook::row).toList();
    }

    private static Row row(DmnRules.Row row) {
        Map<String, String> when = row.conditions();
        Map<String, String> then = row.results();
        return new Row(
                row.id(),
                row.description(),
                row.descriptionVi(),
                when.getOrDefault("kind", "-"),
                when.getOrDefault("stage", "-"),
                when.getOrDefault("occasion", "-").replace("\"", ""),
                when.getOrDefault("level", "-"),
                then.getOrDefault("workingDays", ""),
                then.getOrDefault("to", ""),
                then.getOrDefault("source", ""),
                then.getOrDefault("confidence", ""),
                row.validFrom(),
                row.own());
    }
}
