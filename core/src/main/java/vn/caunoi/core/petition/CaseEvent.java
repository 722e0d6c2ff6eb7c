package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.ByLadder;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.ErasesKeys;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** What can happen to a case at any step: closing, reopening, withdrawal, suspension, corrections, notes, links. */
public sealed interface CaseEvent extends PetitionEvent {

    /** @param onTime the result against the last deadline of the law; null where none was set. A reopening leaves it. */
    @StoredAs("petition.closed")
    record PetitionClosed(
            PetitionId petition,
            ClosingGround ground,
            @Nullable Boolean onTime,
            @Nullable Instant occurred) implements CaseEvent {}

    /** @param undone what no longer stands; {@link Milestone#CLOSED} always, the deciding facts according to the ground */
    @StoredAs("petition.reopened")
    record PetitionReopened(PetitionId petition, ReopenGround ground, Set<Milestone> undone, Sealed reason)
            implements CaseEvent {}

    /** Withdrawn as a whole (LKN Đ10). */
    @StoredAs("petition.withdrawn")
    record PetitionWithdrawn(PetitionId petition, @Nullable Instant occurred, Sealed reason) implements CaseEvent {}

    @StoredAs("petition.points-withdrawn")
    record PointsWithdrawn(
            PetitionId petition,
            List<Integer> points,
            @Nullable Instant occurred,
            Sealed reason) implements CaseEvent {}

    /** The decision that ends a withdrawn case (Law 136/2025). */
    @StoredAs("petition.terminated")
    record PetitionTerminated(PetitionId petition, String decisionNumber, LocalDate decidedOn) implements CaseEvent {}

    /**
     * @param ground in words
     * @param from first day that does not count in the limits
     */
    @StoredAs("petition.suspended")
    record PetitionSuspended(PetitionId petition, Sealed ground, Sealed reason, LocalDate from) implements CaseEvent {}

    /** @param on first day that counts again */
    @StoredAs("petition.resumed")
    record PetitionResumed(PetitionId petition, LocalDate on) implements CaseEvent {}

    /** Old and new values of what was recorded wrongly. */
    @StoredAs("petition.corrected")
    record PetitionCorrected(PetitionId petition, Correction before, Correction after, Sealed reason)
            implements CaseEvent {}

    /**
     * A kind that was recorded wrongly; the process of the old kind ends and that of the new one begins.
     *
     * @param undone what no longer stands: all that rested on the old kind
     */
    @StoredAs("petition.reclassified")
    record PetitionReclassified(
            PetitionId petition, @Nullable Kind before, Kind after, Set<Milestone> undone, Sealed reason)
            implements CaseEvent {}

    /**
     * Sent back by the head to a step it has already been at, in the process it is in.
     *
     * @param to activity id of that step
     * @param undone what no longer stands: what this step and those after it had brought about
     */
    @StoredAs("petition.sent-back")
    record PetitionSentBack(
            PetitionId petition,
            String process,
            String to,
            Stage fromStage,
            @Nullable Stage toStage,
            Set<Milestone> undone,
            Sealed reason)
            implements CaseEvent {}

    /**
     * An entry of the worksheet of a verification (LKN Đ29).
     *
     * @param entry number within the petition, from 1
     * @param replyBy last day for the reply to a request
     * @param with whom it was with, of or from
     */
    @StoredAs("petition.worksheet-entered")
    record WorksheetEntered(
            PetitionId petition,
            int entry,
            WorksheetSort sort,
            @Nullable Integer point,
            LocalDate on,
            @Nullable LocalDate replyBy,
            @Nullable Sealed with,
            Sealed text,
            OfficerId by)
            implements CaseEvent {}

    /** What came of a request of the worksheet. */
    @StoredAs("petition.worksheet-replied")
    record WorksheetReplied(PetitionId petition, int entry, LocalDate on, Sealed text) implements CaseEvent {}

    /**
     * By a reorganisation the case goes from one unit to the one that takes over, with code, history and limits; the
     * assignment follows.
     *
     * @param reorganisation which one; null where a case came to a unit that had ended before
     */
    @StoredAs("petition.taken-over")
    record PetitionTakenOver(
            PetitionId petition,
            UnitId from,
            UnitId to,
            @Nullable ReorganisationId reorganisation) implements CaseEvent {}

    @StoredAs("petition.note-added")
    record NoteAdded(PetitionId petition, Sealed text) implements CaseEvent {}

    /**
     * The citizen was given another PIN at the desk; the one before opens nothing any more.
     *
     * @param pinHash hash of the new one
     */
    @StoredAs("petition.pin-renewed")
    record PinRenewed(PetitionId petition, String pinHash, Sealed reason) implements CaseEvent {}

    /**
     * Handed in online, it needs no signature on paper.
     *
     * @param provider that vouched for who handed it in; null where the authority wants no signature of anybody
     * @param source of the rule, in the authority's words
     */
    @StoredAs("petition.counted-as-signed")
    record CountedAsSigned(
            PetitionId petition,
            @Nullable String provider,
            @Nullable String source) implements CaseEvent {}

    /** The citizen, known by code and PIN, writes to whoever has the case. */
    @StoredAs("petition.citizen-wrote")
    record CitizenWrote(PetitionId petition, Sealed text) implements CaseEvent {}

    /** Whoever has the case writes to the citizen, who reads it with code and PIN. */
    @StoredAs("petition.office-replied")
    record OfficeReplied(PetitionId petition, Sealed text, OfficerId by) implements CaseEvent {}

    /** The citizen, known by code and PIN, wants to withdraw what is withdrawn by a signed paper only; nothing ends by it. */
    @StoredAs("petition.withdrawal-announced")
    record WithdrawalAnnounced(PetitionId petition, Sealed reason) implements CaseEvent {}

    /**
     * What everybody may read of a decision once somebody else has looked at it: the decision with words blacked out.
     *
     * @param text without them; no character of them is in it
     * @param blacked the words, one a line, so that they need not be found again
     */
    @StoredAs("petition.decision-redacted")
    record DecisionRedacted(PetitionId petition, Sealed text, Sealed blacked, OfficerId by) implements CaseEvent {}

    /**
     * The decision is there for everybody to read, as it was redacted.
     *
     * @param redactedBy who blacked out; {@code by} who looked at it after them and published it
     */
    @StoredAs("petition.decision-made-public")
    record DecisionMadePublic(PetitionId petition, LocalDate on, Sealed text, OfficerId redactedBy, OfficerId by)
            implements CaseEvent {}

    /** Nobody reads it any more; to be published it is redacted anew. */
    @StoredAs("petition.decision-taken-down")
    record DecisionTakenDown(PetitionId petition, Sealed reason, OfficerId by) implements CaseEvent {}

    @StoredAs("petition.linked")
    record PetitionLinked(
            PetitionId petition,
            PetitionId other,
            Relation relation,
            @Nullable Sealed reason) implements CaseEvent {}

    /**
     * Answered with the petition it was merged into: many about one thing are worked once and answered to all.
     *
     * @param lead the petition that was worked
     * @param sentOn the day the answer was sent
     * @param number of the document, where it has one
     */
    @StoredAs("petition.answered-together")
    record AnsweredTogether(
            PetitionId petition,
            PetitionId lead,
            LocalDate sentOn,
            @Nullable String number) implements CaseEvent {}

    /** @param level 1 the head of the unit, 2 the head of the unit above, and so on
     *  @param cause a word: {@code deadline-missed}, {@code unattended}, {@code not-taken}, {@code by-hand}
     *  @param ladder what the ladder said; null by hand or by a diagram; was not written down at first */
    @StoredAs("petition.escalated")
    record PetitionEscalated(
            PetitionId petition,
            int level,
            UnitId unit,
            String cause,
            @Nullable String stage,
            @Nullable Sealed reason,
            @Nullable ByLadder ladder)
            implements CaseEvent {

        public PetitionEscalated(
                PetitionId petition,
                int level,
                UnitId unit,
                String cause,
                @Nullable String stage,
                @Nullable Sealed reason) {
            this(petition, level, unit, cause, stage, reason, null);
        }
    }

    /**
     * A superior urges whoever has the case (đôn đốc), who owes an answer by a day.
     *
     * @param urging number within the petition, from 1
     * @param replyBy last day for the answer
     */
    @StoredAs("petition.urged")
    record PetitionUrged(PetitionId petition, int urging, OfficerId by, LocalDate replyBy, Sealed text)
            implements CaseEvent {}

    /** Whoever was urged tells how it stands. */
    @StoredAs("petition.urging-answered")
    record UrgingAnswered(PetitionId petition, int urging, Sealed text) implements CaseEvent {}

    /** @param score 1 (worst) to 5 */
    @StoredAs("petition.rated")
    record PetitionRated(
            PetitionId petition, int score, @Nullable Sealed comment) implements CaseEvent {}

    /**
     * What named or reached these people is gone for ever (Law 91/2025/QH15 Đ14).
     *
     * @param matter the free text, minutes, form data and files of the case are gone too
     * @param reason in clear and without personal data, for it must outlive the keys
     * @param keptUntil last day the case had to be kept
     */
    @StoredAs("petition.data-erased")
    record PersonalDataErased(
            PetitionId petition, List<PersonId> persons, boolean matter, String reason, LocalDate keptUntil)
            implements CaseEvent, ErasesKeys {

        @Override
        public List<KeyId> erasedKeys() {
            List<KeyId> keys = new ArrayList<>();
            persons.forEach(person -> keys.add(KeyId.person(person.value())));
            if (matter) keys.add(KeyId.petition(petition.value()));
            return keys;
        }
    }

    /**
     * A paper that reached the case outside a task, by post for example.
     *
     * @param receivedOn the day it came
     * @param sender whom it is of, in words
     * @param file of the file store
     * @param reason why it is added although the case is closed; null for an open one
     */
    @StoredAs("petition.paper-added")
    record PaperAdded(
            PetitionId petition,
            PaperKind kind,
            LocalDate receivedOn,
            Sealed sender,
            String file,
            @Nullable Sealed reason)
            implements CaseEvent {}
}
