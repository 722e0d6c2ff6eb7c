package vn.caunoi.core.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.BeginsStream;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.Sealed;

/** All that can be ordered of a visit. Everybody of the reception of its unit may; others are refused. */
public sealed interface VisitCommand {

    VisitId visit();

    Actor by();

    /**
     * Enters a visit or call in the reception book. Refused: in the future; nobody named; more named than came; a crowd
     * without representatives or with too many of them; a call-back without a telephone number.
     *
     * @param callBack until when somebody promised to call back
     * @param tell the rule by which the result is to be told
     * @param sitting the leader's reception day it was part of
     */
    @BeginsStream
    record RecordVisit(
            @TargetAggregateIdentifier VisitId visit,
            UnitId unit,
            Heard heard,
            CrowdRule crowd,
            @Nullable Instant callBack,
            DeadlineRule tell,
            @Nullable SittingId sitting,
            Actor by)
            implements VisitCommand {}

    /** Answered and explained at once; nothing more is to be told. */
    record AnswerVisit(@TargetAggregateIdentifier VisitId visit, Sealed answer, Actor by) implements VisitCommand {}

    record TurnAway(@TargetAggregateIdentifier VisitId visit, TurnedAwayGround ground, Sealed reason, Actor by)
            implements VisitCommand {}

    /** What was said, or the letter that was brought, became this petition. */
    record TakeAsPetition(@TargetAggregateIdentifier VisitId visit, PetitionId petition, String code, Actor by)
            implements VisitCommand {}

    /** A head who receives must answer, or name a date for the answer. Refused for a date that has passed.
     * @param until last day */
    record PromiseAnswer(@TargetAggregateIdentifier VisitId visit, LocalDate until, Sealed what, Actor by)
            implements VisitCommand {}

    record GivePromisedAnswer(@TargetAggregateIdentifier VisitId visit, Sealed answer, Actor by)
            implements VisitCommand {}

    /**
     * @param reached whether somebody answered; if not, the call-back stays to be made
     * @param again until when it is tried once more, when nobody answered; as promised before when left out
     */
    record CallBack(
            @TargetAggregateIdentifier VisitId visit,
            boolean reached,
            Sealed note,
            @Nullable Instant again,
            Actor by) implements VisitCommand {}

    /** Whoever orders it will call; others see that. The last who took it has it. */
    record TakeCallBack(@TargetAggregateIdentifier VisitId visit, Actor by) implements VisitCommand {}

    /** Nobody can be reached. Refused before it was tried once. */
    record GiveUpCallBack(@TargetAggregateIdentifier VisitId visit, Sealed reason, Actor by) implements VisitCommand {}

    record TellResult(@TargetAggregateIdentifier VisitId visit, Told result, Sealed how, Actor by)
            implements VisitCommand {}

    record ReturnPapers(@TargetAggregateIdentifier VisitId visit, Set<Integer> papers, Actor by)
            implements VisitCommand {}

    /** The printed statement came back signed, as this file. */
    record KeepSignedStatement(@TargetAggregateIdentifier VisitId visit, String file, Actor by)
            implements VisitCommand {}

    record Remark(@TargetAggregateIdentifier VisitId visit, Sealed text, Actor by) implements VisitCommand {}

    /**
     * What was entered wrongly. Of a visit about a denunciation only by who received it. The day the result is due is
     * counted anew when the day of the visit changes. Refused: nothing would change; data of it was erased.
     *
     * @param heard as it should have been entered, with the papers as they are
     */
    record CorrectVisit(
            @TargetAggregateIdentifier VisitId visit,
            Heard heard,
            CrowdRule crowd,
            DeadlineRule tell,
            Sealed reason,
            Actor by)
            implements VisitCommand {}

    /**
     * Erases data of those who came (Law 91/2025/QH15 art. 14), by an administrator. Refused while something is owed to
     * the visitor, and while the visit must be kept, unless somebody answers for it.
     *
     * @param person one of them; null for all, with all that was said
     * @param reason in clear, so it must not name what is erased
     * @param early although it must still be kept
     * @param keptUntil last day it must be kept
     */
    record EraseVisitData(
            @TargetAggregateIdentifier VisitId visit,
            @Nullable PersonId person,
            String reason,
            boolean early,
            LocalDate keptUntil,
            Actor by)
            implements VisitCommand {}

    /** The same person came about the same thing before: both are of one matter, named after the first visit. */
    record JoinVisit(@TargetAggregateIdentifier VisitId visit, VisitId first, Actor by) implements VisitCommand {}

    /** It was about something else after all. */
    record PartVisit(@TargetAggregateIdentifier VisitId visit, Actor by) implements VisitCommand {}
}
