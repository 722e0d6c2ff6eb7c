package vn.caunoi.api.designer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.processes.driver.Rehearsal.Assumption;

/**
 * A rehearsal that goes on or is over, or a proof that cases followed their models.
 *
 * @param process null for a proof
 * @param name what is rehearsed, as its designer calls it
 * @param received petitions of the period, of which {@code looked} were looked at; {@code cases} of these count
 * @param seconds it took so far
 */
public record RehearsalRun(
        String id,
        @Nullable String process,
        String name,
        @Nullable String xml,
        Asked asked,
        Instant begun,
        int received,
        int looked,
        int cases,
        RehearsalResult result,
        double seconds,
        boolean ended,
        boolean failed,
        boolean cancelled) {

    /**
     * What was asked for.
     *
     * @param from first day of receipt; null for all from the first
     * @param to last day of receipt
     * @param most cases
     * @param proposed limits and tables that came with the draft when it was asked; null for none
     */
    public record Asked(
            @Nullable LocalDate from,
            LocalDate to,
            int most,
            List<Assumption> assumptions,
            @Nullable ProposedRules proposed) {

        /** What came with the draft. */
        public ProposedRules rules() {
            return proposed == null ? ProposedRules.NONE : proposed;
        }

        /** What is assumed of a step. */
        public @Nullable Assumption of(String step) {
            return assumptions.stream()
                    .filter(one -> one.step().equals(step))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Cases of each second, so far. */
    public long rate() {
        return seconds <= 0 ? 0 : Math.round(cases / seconds);
    }

    /** How much of it is done, of 100. */
    public int percent() {
        if (ended) return 100;
        double looks = received == 0 ? 0 : (double) looked / received;
        return (int) Math.min(99, 100 * Math.max(looks, (double) cases / asked.most()));
    }
}
