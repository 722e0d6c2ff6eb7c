package vn.caunoi.core.deadline;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is asked of the deadline table: how long may this stage of a petition of this kind last?
 *
 * @param kind {@code COMPLAINT, DENUNCIATION, PROPOSAL} or {@code FEEDBACK}
 * @param stage {@code process, accept_1, settle_1, send_1, publish, answer} or {@code settle}
 * @param on the day by which the row must be in force: the event day, Asia/Ho_Chi_Minh
 */
public record RuleQuestion(String kind, String stage, Set<Circumstance> circumstances, LocalDate on) {

    public RuleQuestion {
        circumstances = Set.copyOf(circumstances);
    }

    public static RuleQuestion of(String kind, String stage, LocalDate on) {
        return new RuleQuestion(kind, stage, Set.of(), on);
    }

    public RuleQuestion with(Circumstance... more) {
        return new RuleQuestion(kind, stage, Set.of(more), on);
    }

    public boolean has(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }
}
