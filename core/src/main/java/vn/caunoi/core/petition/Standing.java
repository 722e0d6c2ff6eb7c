package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Bound;
import vn.caunoi.core.form.FormContext;

/**
 * What stands in a case: the milestones reached with their days (Asia/Ho_Chi_Minh), and the numbers of the points that
 * were not withdrawn. What the handling table proposes stands until what it
 * rests on changes. Folded from the events in order; the petition judges by it, and whoever shows a form asks it.
 */
public record Standing(
        SortedMap<Milestone, LocalDate> reached,
        SortedSet<Integer> points,
        IntakeEvent.@Nullable HandlingProposed proposed) {

    public static final Standing NOTHING = new Standing(new TreeMap<>(), new TreeSet<>(), null);

    /** Forms on which what the handling table proposes is followed or not; the first is of models of before. */
    private static final Set<String> TRIAGE = Set.of("classify", "triage");

    public Standing {
        reached = Collections.unmodifiableSortedMap(new TreeMap<>(reached));
        points = Collections.unmodifiableSortedSet(new TreeSet<>(points));
    }

    /** @param recorded when the event was recorded: the day of those that carry no other */
    public Standing after(PetitionEvent event, Instant recorded) {
        return switch (event) {
            case IntakeEvent.PetitionReceived e -> received(e);
            case IntakeEvent.HandlingProposed e -> proposing(e);
            case IntakeEvent.SupplementReceived e -> proposing(null);
            case CaseEvent.PointsWithdrawn e -> withoutPoints(e.points());
            case CaseEvent.PetitionSentBack e -> without(e.undone());
            case CaseEvent.PetitionReopened e -> without(e.undone());
            case CaseEvent.PetitionReclassified e ->
                proposing(null).without(e.undone()).with(CLASSIFIED, DueDate.dayOf(recorded));
            case CaseEvent.PetitionCorrected e -> corrected(e.after());
            case RoundEvent.ResolutionDrafted e -> without(Set.of(APPROVED)).with(DRAFTED, DueDate.dayOf(recorded));
            case CaseEvent.PetitionResumed e -> without(Set.of(SUSPENDED));
            case CaseEvent.PetitionSuspended e -> begun(SUSPENDED, DueDate.dayOf(recorded));
            case CaseEvent.PetitionTerminated e -> begun(TERMINATED, e.decidedOn());
            case DenunciationEvent.WithdrawalSetAside e -> without(Set.of(WITHDRAWN));
            case DenunciationEvent.ProtectionDenied e -> without(Set.of(PROTECTION_REQUESTED));
            case DenunciationEvent.ProtectionEnded e -> without(Set.of(PROTECTION_REQUESTED, PROTECTED));
            case DenunciationEvent.VerificationReturned e -> without(Set.of(REPORTED));
            case RoundEvent.ResolutionReturned e -> without(Set.of(DRAFTED, APPROVED));
            case AnswerEvent.AnswerDrafted e -> without(Set.of(APPROVED)).with(DRAFTED, DueDate.dayOf(recorded));
            case AnswerEvent.AnswerReturned e -> without(Set.of(DRAFTED, APPROVED));
            case AnswerEvent.AnswerUnsuitable e -> without(e.undone());
            case AnswerEvent.AnswerUnpublished e -> without(Set.of(PUBLISHED));
            default ->
                reachedBy(event).map(it -> with(it, dayOf(event, recorded))).orElse(this);
        };
    }

    public boolean has(Milestone milestone) {
        return reached.containsKey(milestone);
    }

    public Optional<LocalDate> day(Milestone milestone) {
        return Optional.ofNullable(reached.get(milestone));
    }

    /** What a form of this case needs to know, without the choices of officers and units. */
    public FormContext formContext(LocalDate today) {
        Map<Bound, LocalDate> days = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            if (bound != Bound.TODAY) day(valueOf(bound.name())).ifPresent(day -> days.put(bound, day));
        }
        FormContext context = FormContext.of(today, days, points);
        if (wasGuidedBefore()) context = context.barring(Act.GUIDE);
        String outcome = proposed == null ? null : proposed.outcome();
        return outcome == null ? context : context.proposing(TRIAGE, outcome);
    }

    /** Whether it is known that the petitioner was guided on the same content by an earlier petition. */
    boolean wasGuidedBefore() {
        return proposed != null && proposed.guidedBefore() != null;
    }

    /** The milestone an event reaches, if it does. */
    static Optional<Milestone> reachedBy(PetitionEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case IntakeEvent.PetitionReceived e -> RECEIVED;
                    case IntakeEvent.PetitionClassified e -> CLASSIFIED;
                    case IntakeEvent.PetitionGuided e -> GUIDED;
                    case IntakeEvent.PetitionTransferred e -> TRANSFERRED;
                    case IntakeEvent.PetitionReturned e -> RETURNED;
                    case IntakeEvent.PetitionStored e -> STORED;
                    case IntakeEvent.PetitionAnswered e -> ANSWERED;
                    case IntakeEvent.PetitionAccepted e -> ACCEPTED;
                    case IntakeEvent.PetitionNotAccepted e -> NOT_ACCEPTED;
                    case AnswerEvent.AnswerDrafted e -> DRAFTED;
                    case AnswerEvent.AnswerApproved e -> APPROVED;
                    case AnswerEvent.AnswerSent e -> ANSWERED;
                    case AnswerEvent.AnswerPublished e -> PUBLISHED;
                    case AnswerEvent.ProgressReported e -> PROGRESS;
                    case RoundEvent.PetitionVerified e -> VERIFIED;
                    case RoundEvent.DialogueConvened e -> CONVENED;
                    case RoundEvent.DialogueHeld e -> DIALOGUE;
                    case RoundEvent.DialogueNotAttended e -> DIALOGUE;
                    case RoundEvent.ResolutionDrafted e -> DRAFTED;
                    case RoundEvent.ResolutionApproved e -> APPROVED;
                    case RoundEvent.ResolutionIssued e -> ISSUED;
                    case RoundEvent.ResolutionSent e -> SENT;
                    case RoundEvent.PetitionPublished e -> PUBLISHED;
                    case DenunciationEvent e -> milestoneOf(e);
                    case CaseEvent.PetitionSuspended e -> SUSPENDED;
                    case CaseEvent.PetitionReclassified e -> CLASSIFIED;
                    case CaseEvent.PetitionWithdrawn e -> WITHDRAWN;
                    case CaseEvent.PetitionTerminated e -> TERMINATED;
                    case CaseEvent.PetitionClosed e -> CLOSED;
                    default -> null;
                });
    }

    private static @Nullable Milestone milestoneOf(DenunciationEvent event) {
        return switch (event) {
            case DenunciationEvent.DenunciationRefused e -> NOT_ACCEPTED;
            case DenunciationEvent.DenunciationVerified e -> VERIFIED;
            case DenunciationEvent.PassedToInspection e -> PASSED_TO_INSPECTION;
            case DenunciationEvent.SenderAnswered e -> SENDER_ANSWERED;
            case DenunciationEvent.AcceptanceNotified e -> NOTIFIED;
            case DenunciationEvent.VerificationReported e -> REPORTED;
            case DenunciationEvent.DenunciationConcluded e -> CONCLUDED;
            case DenunciationEvent.ConclusionSent e -> CONCLUSION_SENT;
            case DenunciationEvent.ConclusionHandled e -> HANDLED;
            case DenunciationEvent.PassedToProsecution e -> HANDLED;
            case DenunciationEvent.StopSent e -> STOP_SENT;
            case DenunciationEvent.ProtectionRequested e -> PROTECTION_REQUESTED;
            case DenunciationEvent.ProtectionGranted e -> PROTECTED;
            case DenunciationEvent.ProtectionDenied e -> null;
            case DenunciationEvent.ProtectionEnded e -> null;
            case DenunciationEvent.AccusedNamed e -> null;
            case DenunciationEvent.HandlerAdmitted e -> null;
            case DenunciationEvent.HandlerDismissed e -> null;
            case DenunciationEvent.OnwardReceived e -> null;
            case DenunciationEvent.OnwardReviewed e -> null;
            case DenunciationEvent.OverdueReported e -> null;
            case DenunciationEvent.CheckWidened e -> null;
            case DenunciationEvent.SettlementProlonged e -> null;
            case DenunciationEvent.MeasuresReckoned e -> null;
            case DenunciationEvent.VerificationReturned e -> null;
            case DenunciationEvent.WithdrawalSetAside e -> null;
        };
    }

    /** The day of the fact itself: the one it carries, else the one it was recorded on. */
    static LocalDate dayOf(PetitionEvent event, Instant recorded) {
        return switch (event) {
            case IntakeEvent.PetitionAccepted e -> e.acceptedOn();
            case RoundEvent.DialogueHeld e -> e.heldOn();
            case RoundEvent.DialogueNotAttended e -> e.heldOn();
            case RoundEvent.ResolutionIssued e -> e.issuedOn();
            case RoundEvent.ResolutionSent e -> e.sentOn();
            case RoundEvent.PetitionPublished e -> e.publishedOn();
            case CaseEvent.PetitionTerminated e -> e.decidedOn();
            case AnswerEvent.AnswerSent e -> e.sentOn();
            case AnswerEvent.AnswerPublished e -> e.publishedOn();
            case DenunciationEvent.SenderAnswered e -> e.repliedOn();
            case DenunciationEvent.AcceptanceNotified e -> later(e.denouncerToldOn(), e.accusedToldOn());
            case DenunciationEvent.DenunciationConcluded e -> e.concludedOn();
            case DenunciationEvent.ConclusionSent e -> later(e.sentOn(), e.denouncerToldOn());
            case DenunciationEvent.MeasuresReckoned e -> e.on();
            case DenunciationEvent.ConclusionHandled e -> e.handledOn();
            case DenunciationEvent.PassedToProsecution e -> e.handledOn();
            case DenunciationEvent.StopSent e -> e.sentOn();
            case DenunciationEvent.ProtectionRequested e -> e.requestedOn();
            case DenunciationEvent.ProtectionGranted e -> e.decidedOn();
            case DenunciationEvent.ProtectionDenied e -> e.decidedOn();
            case DenunciationEvent.ProtectionEnded e -> e.endedOn();
            case DenunciationEvent.OnwardReviewed e -> e.decidedOn();
            case DenunciationEvent.OverdueReported e -> e.reportedOn();
            default -> DueDate.dayOf(event.occurred() == null ? recorded : event.occurred());
        };
    }

    /** What is owed to several is done when the last has it. */
    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Its decision has not been sent yet, though one before may have been. */
    private Standing begun(Milestone milestone, LocalDate day) {
        return without(Set.of(STOP_SENT)).with(milestone, day);
    }

    private Standing received(IntakeEvent.PetitionReceived event) {
        var numbers = new TreeSet<Integer>();
        event.points().forEach(point -> numbers.add(point.no()));
        return new Standing(new TreeMap<>(Map.of(RECEIVED, DueDate.dayOf(event.occurred()))), numbers, null);
    }

    private Standing proposing(IntakeEvent.@Nullable HandlingProposed now) {
        return new Standing(reached, points, now);
    }

    private Standing corrected(Correction to) {
        Standing corrected = this;
        if (to.receivedAt() != null) corrected = corrected.with(RECEIVED, DueDate.dayOf(to.receivedAt()));
        if (to.acceptedOn() != null) corrected = corrected.with(ACCEPTED, to.acceptedOn());
        return corrected;
    }

    private Standing with(Milestone milestone, LocalDate day) {
        var more = new TreeMap<>(reached);
        more.put(milestone, day);
        return new Standing(more, points, proposed);
    }

    private Standing without(Set<Milestone> undone) {
        var fewer = new TreeMap<>(reached);
        undone.forEach(fewer::remove);
        return new Standing(fewer, points, proposed);
    }

    private Standing withoutPoints(Collection<Integer> withdrawn) {
        var fewer = new TreeSet<>(points);
        fewer.removeAll(withdrawn);
        return new Standing(reached, fewer, proposed);
    }
}
