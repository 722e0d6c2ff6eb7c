package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.ByLadder;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.DirectionEnd;
import vn.caunoi.core.petition.FurtherTime;
import vn.caunoi.core.petition.PaperKind;
import vn.caunoi.core.petition.Participant.Signature;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.ProtectionEnd;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.petition.WorksheetSort;
import vn.caunoi.core.vault.Sealed;

/** The parts of a case file. Times named {@code at} are when it was recorded; {@code by} is who gave the order. */
public interface Part {

    /** @param result found by verification; null before */
    record PointOf(
            int no,
            String demand,
            @Nullable String finding,
            @Nullable Conclusion result,
            boolean withdrawn) implements Part {

        PointOf unverified() {
            return new PointOf(no, demand, null, null, withdrawn);
        }
    }

    /** The decision or act the petition is about, in clear. */
    record Disputed(
            @Nullable String decision,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable LocalDate knownOn)
            implements Part {}

    record Petitioner(
            PersonId id,
            PersonRole role,
            String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email)
            implements Part {

        /** What stands for a name that is not shown. */
        public static final String HIDDEN = "•••";

        /** Whether what named or reached the person was erased for ever. */
        public boolean isErased() {
            return fullName.equals(Sealed.ERASED);
        }

        Petitioner hidden() {
            return new Petitioner(id, role, HIDDEN, null, null, null, null);
        }
    }

    /** How it stands with a deadline. */
    enum DeadlineState {
        OPEN,
        PAUSED,
        MET,
        /** Passed and still not met. */
        MISSED,
        DROPPED
    }

    /**
     * @param form id of its form
     * @param due legal moment
     * @param own the day by which its holder or a head wants it done
     * @param asleep until when it is out of its holder's list; {@code awaited} what wakes it before that
     */
    record OpenTask(
            TaskId id,
            String process,
            String key,
            String name,
            String form,
            UnitId unit,
            Role group,
            @Nullable OfficerId assignee,
            @Nullable Instant due,
            Instant openedAt,
            @Nullable LocalDate own,
            @Nullable Instant asleep,
            @Nullable Awaited awaited)
            implements Part {

        public boolean overdue(Instant now) {
            return due != null && due.isBefore(now);
        }

        OpenTask heldBy(UnitId of, @Nullable OfficerId officer) {
            return new OpenTask(id, process, key, name, form, of, group, officer, due, openedAt, own, null, null);
        }

        OpenTask at(TaskCarriedOver e) {
            boolean stays = Objects.equals(assignee, e.assignee());
            return new OpenTask(
                    id,
                    process,
                    e.key(),
                    e.name(),
                    e.form().id(),
                    unit,
                    e.group(),
                    e.assignee(),
                    due,
                    openedAt,
                    own,
                    stays ? asleep : null,
                    stays ? awaited : null);
        }

        OpenTask due(@Nullable Instant moved) {
            return new OpenTask(
                    id, process, key, name, form, unit, group, assignee, moved, openedAt, own, asleep, awaited);
        }

        OpenTask dated(@Nullable LocalDate day) {
            return new OpenTask(
                    id, process, key, name, form, unit, group, assignee, due, openedAt, day, asleep, awaited);
        }

        OpenTask asleep(@Nullable Instant until, @Nullable Awaited what) {
            return new OpenTask(id, process, key, name, form, unit, group, assignee, due, openedAt, own, until, what);
        }
    }

    /**
     * A superior urged.
     *
     * @param no number within the case, from 1
     * @param text null where the matter is not shown
     * @param replyBy last day for the answer
     * @param answer null while it is owed
     */
    record Urging(
            int no,
            OfficerId by,
            Instant at,
            LocalDate replyBy,
            @Nullable String text,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy)
            implements Part {

        public boolean isOpen() {
            return answeredAt == null;
        }

        Urging answered(String words, Instant when, @Nullable String who) {
            return new Urging(no, by, at, replyBy, text, words, when, who);
        }

        Urging withoutWords() {
            return new Urging(no, by, at, replyBy, null, null, answeredAt, answeredBy);
        }
    }

    /**
     * A superior directed what is to be done.
     *
     * @param no number within the case, from 1
     * @param officer null for whoever has the case
     * @param doBy last day
     * @param text null where the matter is not shown
     * @param answer what was reported as done, or why it was taken back
     * @param endedAt when it was done or ended; null while it is to be done
     * @param end why it need not be done any more; null when it was done or is open
     */
    record Direction(
            int no,
            OfficerId by,
            Instant at,
            UnitId unit,
            @Nullable OfficerId officer,
            LocalDate doBy,
            @Nullable String text,
            @Nullable String answer,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable DirectionEnd end)
            implements Part {

        public boolean isOpen() {
            return endedAt == null;
        }

        public boolean isDone() {
            return endedAt != null && end == null;
        }

        Direction ended(@Nullable String words, Instant when, @Nullable String who, @Nullable DirectionEnd why) {
            return new Direction(no, by, at, unit, officer, doBy, text, words, when, who, why);
        }

        Direction withoutWords() {
            return new Direction(no, by, at, unit, officer, doBy, null, null, endedAt, endedBy, end);
        }
    }

    /** @param ladder what the escalation ladder said; null by hand or by a diagram */
    record Escalation(
            int level,
            UnitId unit,
            String cause,
            @Nullable String stage,
            @Nullable String reason,
            @Nullable ByLadder ladder,
            Instant at,
            @Nullable String by)
            implements Part {

        Escalation withoutReason() {
            return new Escalation(level, unit, cause, stage, null, ladder, at, by);
        }
    }

    record Link(
            PetitionId petition,
            Relation relation,
            @Nullable String reason,
            Instant at) implements Part {

        Link withoutReason() {
            return new Link(petition, relation, null, at);
        }
    }

    /**
     * A paper that reached the case outside a task.
     *
     * @param sender whom it is of; null where that may tell who denounced
     * @param reason why it was added to a closed case
     */
    record PaperOf(
            String file,
            PaperKind kind,
            LocalDate receivedOn,
            @Nullable String sender,
            @Nullable String reason,
            Instant at,
            @Nullable String by)
            implements Part {

        PaperOf withoutSender() {
            return new PaperOf(file, kind, receivedOn, null, null, at, by);
        }
    }

    /**
     * What the citizen wrote by code and PIN, and what was written back.
     *
     * @param text null where it may not be read
     * @param withdrawing whether it announces a withdrawal that is still to be signed
     * @param by who wrote back; null where the citizen wrote
     */
    record Said(
            @Nullable String text,
            boolean withdrawing,
            Instant at,
            @Nullable OfficerId by) implements Part {

        public boolean fromCitizen() {
            return by == null;
        }

        Said withoutWords() {
            return new Said(null, withdrawing, at, by);
        }
    }

    /**
     * The decision as everybody may read it.
     *
     * @param text without what is blacked out
     * @param blacked what is
     * @param publicOn since when everybody reads it; null while it waits for somebody else to look at it
     */
    record PublicDecision(
            String text,
            List<String> blacked,
            OfficerId redactedBy,
            Instant at,
            @Nullable LocalDate publicOn,
            @Nullable OfficerId publishedBy)
            implements Part {

        PublicDecision published(LocalDate on, OfficerId publisher) {
            return new PublicDecision(text, blacked, redactedBy, at, on, publisher);
        }
    }

    /** That it counts as signed without a signature on paper. @param provider that vouched for who handed it in */
    record Signed(@Nullable String provider, @Nullable String source, Instant at) implements Part {}

    record Note(String text, Instant at, @Nullable String by) implements Part {}

    /** @param received null while it is awaited */
    /** @param until how long it is waited for; {@code missed} whether it did not come in time */
    record Supplement(
            @Nullable String requested,
            @Nullable String received,
            Instant at,
            @Nullable Instant until,
            boolean missed) implements Part {

        Supplement limited(Instant last) {
            return new Supplement(requested, received, at, last, missed);
        }

        Supplement notCome() {
            return new Supplement(requested, received, at, until, true);
        }
    }

    /**
     * An entry of the worksheet of a verification.
     *
     * @param with whom it was with, of or from
     * @param replyBy last day for the reply to a request; {@code repliedOn} when it came, {@code reply} what
     */
    record WorksheetEntry(
            int no,
            WorksheetSort sort,
            @Nullable Integer point,
            LocalDate on,
            @Nullable String with,
            String text,
            @Nullable LocalDate replyBy,
            @Nullable LocalDate repliedOn,
            @Nullable String reply,
            OfficerId by)
            implements Part {

        public boolean isOwed() {
            return sort == WorksheetSort.REQUEST && repliedOn == null;
        }

        WorksheetEntry replied(LocalDate day, String what) {
            return new WorksheetEntry(no, sort, point, on, with, text, replyBy, day, what, by);
        }
    }

    /**
     * A denunciation that was brought before the superior.
     *
     * @param answer what the superior decided, or was reported; null while it is owed
     */
    record Onward(
            boolean overdue,
            LocalDate receivedOn,
            UnitId unit,
            String what,
            @Nullable LocalDate answeredOn,
            @Nullable String answer,
            boolean resettled)
            implements Part {

        Onward answered(LocalDate on, String text, boolean anew) {
            return new Onward(overdue, receivedOn, unit, what, on, text, anew);
        }
    }

    /** @param until the last moment it might be lodged; {@code late} whether it came after that */
    record SecondRound(PetitionId first, @Nullable FurtherTime until, boolean late) implements Part {}

    record Acceptance(
            LocalDate acceptedOn,
            boolean complex,
            boolean remote,
            @Nullable String complexityReason) implements Part {

        Acceptance withoutReason() {
            return new Acceptance(acceptedOn, complex, remote, null);
        }

        Acceptance on(LocalDate corrected) {
            return new Acceptance(corrected, complex, remote, complexityReason);
        }
    }

    record Verification(
            String report,
            boolean differs,
            Instant at,
            @Nullable String by) implements Part {

        Verification differing(boolean now) {
            return new Verification(report, now, at, by);
        }
    }

    /**
     * The dialogue last convened, and its minutes once it was held.
     *
     * @param attended null before; false when those invited did not come
     */
    record Dialogue(
            Instant convenedFor,
            String place,
            String content,
            @Nullable LocalDate heldOn,
            @Nullable Boolean attended,
            @Nullable String chair,
            List<Attendant> participants,
            @Nullable String opinions,
            @Nullable String result,
            @Nullable String absent,
            @Nullable String reason)
            implements Part {

        /** Without who was there. */
        Dialogue withoutPeople() {
            return new Dialogue(
                    convenedFor, place, content, heldOn, attended, chair, List.of(), opinions, result, null, reason);
        }

        Dialogue notHeld() {
            return new Dialogue(convenedFor, place, content, null, null, null, List.of(), null, null, null, null);
        }
    }

    /** @param refusal why the signature was refused */
    record Attendant(
            String name,
            String part,
            @Nullable String opinion,
            Signature signature,
            @Nullable String refusal) implements Part {}

    /** What was said to the petitioner without a resolution. */
    enum ReplyKind {
        ANSWERED,
        GUIDED,
        TRANSFERRED,
        RETURNED,
        STORED,
        NOT_ACCEPTED,
        PASSED_TO_INSPECTION
    }

    /** Answered with the petition it was merged into. */
    record Together(
            PetitionId lead, LocalDate sentOn, @Nullable String number) implements Part {}

    /**
     * From unit to unit of the house.
     *
     * @param back whether the unit it was passed to did not take it; {@code decides}: for the second time, to the one above
     * @param reason null for who may not read the matter
     */
    record Pass(
            UnitId from,
            UnitId to,
            boolean back,
            boolean decides,
            @Nullable String reason,
            Instant at,
            @Nullable String by)
            implements Part {

        Pass withoutReason() {
            return new Pass(from, to, back, decides, null, at, by);
        }
    }

    /** @param detail the competent body, the receiver, or the ground of refusal */
    record Reply(ReplyKind what, @Nullable String detail, String text, Instant at) implements Part {}

    /** @param until first day that counts again; null while it lasts */
    record Suspension(
            String ground,
            String reason,
            LocalDate from,
            @Nullable LocalDate until) implements Part {}

    /** @param decisionNumber of the decision that ended the case */
    record Withdrawal(
            String reason,
            Instant on,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn) implements Part {}

    /**
     * @param onTime the first result; a reopening leaves it
     * @param reopened the ground, when it was opened again
     */
    record Closing(
            ClosingGround ground,
            @Nullable Boolean onTime,
            Instant on,
            @Nullable ReopenGround reopened,
            @Nullable String reopenReason)
            implements Part {

        Closing withoutReason() {
            return new Closing(ground, onTime, on, reopened, null);
        }
    }

    /** @param score 1 (worst) to 5 */
    record Rating(int score, @Nullable String comment, Instant at) implements Part {}

    /**
     * The protection of the denouncer last asked for.
     *
     * @param number of the decision that grants it; null while undecided or denied
     */
    record Protection(
            LocalDate requestedOn,
            boolean urgent,
            @Nullable String request,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable String measures,
            @Nullable ProtectionEnd end,
            @Nullable LocalDate endedOn)
            implements Part {

        Protection granted(String decision, LocalDate on, String what) {
            return new Protection(requestedOn, urgent, request, decision, on, what, null, null);
        }

        Protection decided(LocalDate on) {
            return new Protection(requestedOn, urgent, request, null, on, null, null, null);
        }

        Protection ended(ProtectionEnd ground, LocalDate on) {
            return new Protection(requestedOn, urgent, request, number, decidedOn, measures, ground, on);
        }
    }

    /** An entry of the register the case was imported from. */
    record Activity(
            String activity,
            @Nullable String resource,
            @Nullable String group,
            Instant at) implements Part {}

    record Incident(
            int incident,
            long sequence,
            String event,
            @Nullable String process,
            @Nullable String activity,
            String cause,
            Instant since)
            implements Part {}

    /** The process the case was last in.
     * @param end id of the end event; null while it runs */
    record Process(
            String key,
            int version,
            boolean running,
            @Nullable String end) implements Part {}
}
