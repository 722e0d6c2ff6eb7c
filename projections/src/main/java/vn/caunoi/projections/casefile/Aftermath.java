package vn.caunoi.projections.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.FurtherTime;
import vn.caunoi.core.petition.PetitionId;

/**
 * What followed the decision on a complaint, or on the stop of its settlement.
 *
 * @param effectExpected first day of the legal effect, if nothing comes between; {@code effectiveOn} once it has it
 * @param effect time after which it takes effect; {@code posting} how long it stays posted; {@code renewal} until when a
 *     complaint that was stopped may be renewed
 * @param note what was written down of how the court ended it
 */
public record Aftermath(
        DecisionState state,
        @Nullable LocalDate effectExpected,
        @Nullable LocalDate effectiveOn,
        @Nullable FurtherTime effect,
        @Nullable FurtherTime posting,
        Consequences.@Nullable Meeting meeting,
        @Nullable FurtherTime renewal,
        @Nullable PetitionId contestedBy,
        Consequences.@Nullable Suit suit,
        @Nullable String note,
        List<Order> orders) {

    /** What somebody is to carry out; {@code progress} as last reported. */
    public record Order(
            int no,
            String who,
            String what,
            LocalDate until,
            OfficerId by,
            EnforcementProgress progress,
            List<Report> reports) {

        public boolean isOpen() {
            return progress == EnforcementProgress.UNDER_WAY;
        }
    }

    public record Report(LocalDate on, EnforcementProgress progress, String text) {}
}
