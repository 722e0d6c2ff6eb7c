package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.UnitId;

/** What can be ordered outside a task. Reasons are in clear here and sealed in the events. */
public sealed interface CaseCommand extends PetitionCommand {

    /** Corrects what was recorded wrongly; every open deadline counted from a corrected day is set anew. */
    record Correct(@TargetAggregateIdentifier PetitionId petition, Correction to, String reason, Actor by)
            implements CaseCommand {}

    /** Corrects the kind. Not after the resolution was issued. */
    record Reclassify(@TargetAggregateIdentifier PetitionId petition, Kind to, String reason, Actor by)
            implements CaseCommand {}

    /** From now on shown as a denunciation is: one was split off it, and what it says is secret. */
    record KeepSecret(@TargetAggregateIdentifier PetitionId petition, String reason) implements CaseCommand {}

    /** By the head only, to the activity id of a step already completed in the present process, before the issue. */
    record SendBack(@TargetAggregateIdentifier PetitionId petition, String to, String reason, Actor by)
            implements CaseCommand {}

    record Reopen(@TargetAggregateIdentifier PetitionId petition, ReopenGround ground, String reason, Actor by)
            implements CaseCommand {}

    /**
     * An answer that was sent does not suit: by the citizen until it is rated, by the desk for the citizen, or by the
     * head. A closed case is opened by it.
     *
     * @param by null when the citizen returns it by code and PIN
     */
    record ReturnAnswer(
            @TargetAggregateIdentifier PetitionId petition,
            String reason,
            @Nullable Actor by) implements CaseCommand {}

    /**
     * Publishes an answer that was sent, outside of its task: it was not published then, or was taken back since. Neither
     * question nor answer may name or reach a petitioner.
     *
     * @param way WEBSITE, NOTICE_BOARD, MEETING or MEDIA
     */
    record PublishAnswer(
            @TargetAggregateIdentifier PetitionId petition,
            LocalDate publishedOn,
            String way,
            @Nullable String place,
            String question,
            String answer,
            Actor by)
            implements CaseCommand {}

    /** By the head; whoever asked keeps the answer. */
    record UnpublishAnswer(@TargetAggregateIdentifier PetitionId petition, String reason, Actor by)
            implements CaseCommand {}

    /**
     * The decision on a complaint as everybody may read it, for somebody else to look at. Refused where a petitioner or one of
     * the words still stands in it.
     *
     * @param blacked the words that are blacked out
     */
    record RedactDecision(@TargetAggregateIdentifier PetitionId petition, String text, List<String> blacked, Actor by)
            implements CaseCommand {}

    /** Not by who blacked out. */
    record PublishDecision(@TargetAggregateIdentifier PetitionId petition, LocalDate on, Actor by)
            implements CaseCommand {}

    /** By the head. */
    record TakeDownDecision(@TargetAggregateIdentifier PetitionId petition, String reason, Actor by)
            implements CaseCommand {}

    /** @param points empty: as a whole. Withdrawing the last standing point withdraws the whole. */
    record Withdraw(
            @TargetAggregateIdentifier PetitionId petition,
            List<Integer> points,
            @Nullable Instant occurred,
            String reason,
            Actor by)
            implements CaseCommand {}

    /**
     * By the citizen, known by code and PIN. A proposal or feedback is withdrawn by it. A complaint or a denunciation is
     * withdrawn by a paper that is signed (LKN Đ10, LTC Đ33): of these, and of what is not classified, it is announced only.
     */
    record WithdrawByCitizen(@TargetAggregateIdentifier PetitionId petition, String reason) implements CaseCommand {}

    /** In the transaction that hands it in online. @param provider that vouched for who does; null where nobody has to sign */
    record CountAsSigned(
            @TargetAggregateIdentifier PetitionId petition,
            @Nullable String provider,
            @Nullable String source) implements CaseCommand {}

    /** By the citizen, known by code and PIN, to whoever has the case. */
    record WriteToOffice(@TargetAggregateIdentifier PetitionId petition, String text) implements CaseCommand {}

    /** To the citizen, who reads it with code and PIN. Never in a denunciation: what is said there may tell who denounced. */
    record ReplyToCitizen(@TargetAggregateIdentifier PetitionId petition, String text, Actor by)
            implements CaseCommand {}

    record Supplement(
            @TargetAggregateIdentifier PetitionId petition,
            @Nullable Instant occurred,
            String what,
            Actor by) implements CaseCommand {}

    record Suspend(
            @TargetAggregateIdentifier PetitionId petition, String ground, String reason, LocalDate from, Actor by)
            implements CaseCommand {}

    record Resume(@TargetAggregateIdentifier PetitionId petition, LocalDate on, Actor by) implements CaseCommand {}

    /** The case itself: unit and officer; the open work of the officer responsible goes along. */
    record Reassign(
            @TargetAggregateIdentifier PetitionId petition,
            UnitId unit,
            @Nullable OfficerId officer,
            String reason,
            Actor by)
            implements CaseCommand {}

    /** To another unit of the house, before it is accepted or answered. */
    record PassOn(@TargetAggregateIdentifier PetitionId petition, UnitId to, String reason, Actor by)
            implements CaseCommand {}

    /**
     * By the unit it was passed to: the first time to who passed it on, the second time to the unit above both.
     *
     * @param superior the unit above both
     * @param decided whether who passed it on is above the unit, and its decision stands
     */
    record PassBack(
            @TargetAggregateIdentifier PetitionId petition, String reason, UnitId superior, boolean decided, Actor by)
            implements CaseCommand {}

    /**
     * By the machine: the unit takes over what another had, by a reorganisation. What is closed, and what is no longer at
     * that unit, stays where it is.
     *
     * @param reorganisation null where a case came to a unit that had ended before
     * @param along officers who go along, so that what is in their hands stays there
     */
    record TakeOver(
            @TargetAggregateIdentifier PetitionId petition,
            UnitId from,
            UnitId to,
            @Nullable ReorganisationId reorganisation,
            Set<OfficerId> along)
            implements CaseCommand {}

    record Escalate(@TargetAggregateIdentifier PetitionId petition, UnitId to, String reason, Actor by)
            implements CaseCommand {}

    /** By a head or an inspector who covers the unit, while the case is open; an answer is owed by that day. */
    record Urge(@TargetAggregateIdentifier PetitionId petition, String text, LocalDate replyBy, Actor by)
            implements CaseCommand {}

    /** By those who have the case, not by who urged. */
    record AnswerUrging(@TargetAggregateIdentifier PetitionId petition, int urging, String text, Actor by)
            implements CaseCommand {}

    record Link(
            @TargetAggregateIdentifier PetitionId petition,
            PetitionId other,
            Relation relation,
            @Nullable String reason,
            Actor by)
            implements CaseCommand {}

    /**
     * A complaint for the second time, in the transaction that hands it in.
     *
     * @param rule row by which it might be lodged; null where it is not known since when
     * @param from the day the first decision was received, or the last day to settle it
     * @param before who worked on the first round
     */
    record BeginSecondRound(
            @TargetAggregateIdentifier PetitionId petition,
            PetitionId first,
            @Nullable DeadlineRule rule,
            @Nullable LocalDate from,
            List<OfficerId> before)
            implements CaseCommand {}

    /**
     * An entry of the worksheet of a verification, by the officer or the head, before the decision.
     *
     * @param point of the petition it is about; needed for a finding
     * @param on day of it; of a plan the day it is to be done by
     * @param replyBy for a request, and only for one
     * @param with whom a session was held, whom something was asked of, or who gave it
     */
    record EnterWorksheet(
            @TargetAggregateIdentifier PetitionId petition,
            WorksheetSort sort,
            @Nullable Integer point,
            LocalDate on,
            @Nullable LocalDate replyBy,
            @Nullable String with,
            String text,
            Actor by)
            implements CaseCommand {}

    /** What came of a request of the worksheet. */
    record ReplyWorksheet(
            @TargetAggregateIdentifier PetitionId petition, int entry, LocalDate on, String text, Actor by)
            implements CaseCommand {}

    record AddNote(@TargetAggregateIdentifier PetitionId petition, String text, Actor by) implements CaseCommand {}

    /**
     * Gives the citizen, whose identity was checked, another PIN; by the reception desk or the head of the unit.
     *
     * @param pinHash hash of the new one
     */
    record RenewPin(@TargetAggregateIdentifier PetitionId petition, String pinHash, String reason, Actor by)
            implements CaseCommand {}

    /**
     * A paper that came outside a task. Refused: it lies in the future or before the petition; the case is closed and no
     * reason is given.
     *
     * @param file uploaded, and put to the case in the same transaction
     * @param sender whom it is of
     */
    record AddPaper(
            @TargetAggregateIdentifier PetitionId petition,
            String file,
            PaperKind kind,
            LocalDate receivedOn,
            String sender,
            @Nullable String reason,
            Actor by)
            implements CaseCommand {}

    /** Answered with the petition it was merged into; in the transaction of that answer. */
    record AnswerTogether(
            @TargetAggregateIdentifier PetitionId petition,
            PetitionId lead,
            LocalDate sentOn,
            @Nullable String number) implements CaseCommand {}

    /**
     * Erases what names or reaches a petitioner for ever. Refused while the case is open, and while it must be kept
     * unless {@code early}; the reason stays readable and must name nobody.
     *
     * @param person null: everybody, with all free text of the case
     * @param by an administrator
     */
    record ErasePersonalData(
            @TargetAggregateIdentifier PetitionId petition,
            @Nullable PersonId person,
            String reason,
            boolean early,
            StorageTimes storage,
            Actor by)
            implements CaseCommand {}

    /**
     * How content the petitioner is. Satisfaction is measured by those who were served: the desk may write down what a
     * citizen says there, but neither the officer responsible nor a head, for it is their work that is rated.
     *
     * @param by null when the citizen rates by code and PIN
     */
    record Rate(
            @TargetAggregateIdentifier PetitionId petition,
            int score,
            @Nullable String comment,
            @Nullable Actor by) implements CaseCommand {}
}
