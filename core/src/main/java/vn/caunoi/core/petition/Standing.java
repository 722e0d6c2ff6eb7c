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
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.form.Bound;
import vn.caunoi.core.form.FormContext;

/**
 * What stands in a case: the milestones reached with their days (Asia/Ho_Chi_Minh), and the numbers of the points that
 * were not withdrawn. Folded from the events in order; the petition judges by it, and whoever shows a form asks it.
 */
public record Standing(SortedMap<Milestone, LocalDate> reached, SortedSet<Integer> points) {

    public static final Standing NOTHING = new Standing(new TreeMap<>(), new TreeSet<>());

    public Standing {
        reached = Collections.unmodifiableSortedMap(new TreeMap<>(reached));
        points = Collections.unmodifiableSortedSet(new TreeSet<>(points));
    }

    /** @param recorded when the event was recorded: the day of those that carry no other */
    public Standing after(PetitionEvent event, Instant recorded) {
        return switch (event) {
            case IntakeEvent.PetitionReceived e -> received(e);
            case CaseEvent.PointsWithdrawn e -> withoutPoints(e.points());
            case CaseEvent.PetitionSentBack e -> without(e.undone());
            case CaseEvent.PetitionReopened e -> without(e.undone());
            case CaseEvent.PetitionReclassified e -> without(e.undone()).with(CLASSIFIED, DueDate.dayOf(recorded));
            case CaseEvent.PetitionCorrected e -> corrected(e.after());
            case RoundEvent.ResolutionDrafted e -> without(Set.of(APPROVED)).with(DRAFTED, DueDate.dayOf(recorded));
            case RoundEvent.ResolutionReturned e -> without(Set.of(DRAFTED, APPROVED));
            case AnswerEvent.AnswerDrafted e -> without(Set.of(APPROVED)).with(DRAFTED, DueDate.dayOf(recorded));
            case AnswerEvent.AnswerReturned e -> without(Set.of(DRAFTED, APPROVED));
            case AnswerEvent.AnswerUnsuitable e -> without(e.undone());
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
        return FormContext.of(today, days, points);
    }

    /** The milestone an event reaches, if it does. */
    static Optional<Milestone> reachedBy(PetitionEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case IntakeEvent.PetitionReceived e -> RECEIVED;
                    case IntakeEvent.PetitionClassified e -> CLASSIFIED;
                    case IntakeEvent.PetitionGuided e -> GUIDED;
                    case IntakeEvent.PetitionTransferred e -> TRANSFERRED;
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
                    case CaseEvent.PetitionReclassified e -> CLASSIFIED;
                    case CaseEvent.PetitionWithdrawn e -> WITHDRAWN;
                    case CaseEvent.PetitionTerminated e -> TERMINATED;
                    case CaseEvent.PetitionClosed e -> CLOSED;
                    default -> null;
                });
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
            default -> DueDate.dayOf(event.occurred() == null ? recorded : event.occurred());
        };
    }

    private Standing received(IntakeEvent.PetitionReceived event) {
        var numbers = new TreeSet<Integer>();
        event.points().forEach(point -> numbers.add(point.no()));
        return new Standing(new TreeMap<>(Map.of(RECEIVED, DueDate.dayOf(event.occurred()))), numbers);
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
        return new Standing(more, points);
    }

    private Standing without(Set<Milestone> undone) {
        var fewer = new TreeMap<>(reached);
        undone.forEach(fewer::remove);
        return new Standing(fewer, points);
    }

    private Standing withoutPoints(Collection<Integer> withdrawn) {
        var fewer = new TreeSet<>(points);
        fewer.removeAll(withdrawn);
        return new Standing(reached, fewer);
    }
}
