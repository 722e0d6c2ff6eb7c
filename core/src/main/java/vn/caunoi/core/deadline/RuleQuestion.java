package vn.caunoi.core.deadline;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the deadline table: how long may this stage of a petition of this kind last?
 *
 * @param kind {@code COMPLAINT, DENUNCIATION, PROPOSAL} or {@code FEEDBACK}; null while none is declared
 * @param stage {@code process, accept_1, settle_1, send_1, publish, answer} or {@code settle}
 * @param on the day by which the row must be in force: the day on which the
 *     deadline is set, Asia/Ho_Chi_Minh, so that a limit set later for an old fact follows the law of that day
 */
public record RuleQuestion(@Nullable String kind, String stage, Set<Circumstance> circumstances, LocalDate on) {

    public RuleQuestion {
        circumstances = Set.copyOf(circumstances);
    }

    public static RuleQuestion of(@Nullable String kind, String stage, LocalDate on) {
        return new RuleQuestion(kind, stage, Set.of(), on);
    }

    public RuleQuestion with(Circumstance... more) {
        return new RuleQuestion(kind, stage, Set.of(more), on);
    }

    public boolean has(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }
}
