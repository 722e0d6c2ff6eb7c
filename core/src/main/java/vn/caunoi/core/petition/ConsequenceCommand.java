package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;

/** What can be ordered, or is told, after a complaint was decided or its settlement stopped. */
public sealed interface ConsequenceCommand extends PetitionCommand {

    /**
     * From the sweeper: counts the times that began, and records what came by time alone, each once. The answer is when to
     * look again, or null for never.
     */
    record LookOn(@TargetAggregateIdentifier PetitionId petition, Rules rules) implements ConsequenceCommand {}

    /**
     * In the transaction that hands the second complaint in.
     *
     * @param late whether it came after the time to complain a second time; then nothing happens
     */
    record Contest(@TargetAggregateIdentifier PetitionId petition, PetitionId second, LocalDate lodgedOn, boolean late)
            implements ConsequenceCommand {}

    /** By the head: it has legal effect although it was contested, for nothing came of that. */
    record TakeEffect(@TargetAggregateIdentifier PetitionId petition, LocalDate on, String reason, Actor by)
            implements ConsequenceCommand {}

    /** @param rule the row for the time between announcement and meeting */
    record AnnounceMeeting(
            @TargetAggregateIdentifier PetitionId petition,
            LocalDate noticedOn,
            LocalDate meetingOn,
            String place,
            DeadlineRule rule,
            Actor by)
            implements ConsequenceCommand {}

    /** Once the court has accepted it, an open complaint is closed: it is not settled here any more (LKN Đ11.9). */
    record RecordSuit(
            @TargetAggregateIdentifier PetitionId petition,
            LocalDate suedOn,
            String court,
            @Nullable String number,
            @Nullable LocalDate acceptedOn,
            Actor by)
            implements ConsequenceCommand {}

    record EndSuit(
            @TargetAggregateIdentifier PetitionId petition,
            CourtResult result,
            LocalDate on,
            @Nullable String number,
            @Nullable String note,
            Actor by)
            implements ConsequenceCommand {}

    /** By the head, of a decision in legal effect. */
    record OrderEnforcement(
            @TargetAggregateIdentifier PetitionId petition, String who, String what, LocalDate until, Actor by)
            implements ConsequenceCommand {}

    record ReportEnforcement(
            @TargetAggregateIdentifier PetitionId petition,
            int order,
            EnforcementProgress progress,
            LocalDate on,
            String text,
            Actor by)
            implements ConsequenceCommand {}
}
