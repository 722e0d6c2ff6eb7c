package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.CLOSED;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/** What a petition remembers of its history to judge by; only assigned, never checked. Its fields are the snapshot. */
abstract class PetitionState {

    @AggregateIdentifier
    PetitionId id;

    Standing standing = Standing.NOTHING;
    Dossier dossier;
    UnitId unit;

    @Nullable OfficerId officer;

    Stage stage = Stage.RECEIPT;

    @Nullable LocalDate suspendedFrom;

    /** The day the petitioner was asked to add something that has not come yet. */
    @Nullable LocalDate awaitedFrom;

    /** Whether it is a complaint for the second time. */
    boolean second;

    /** Who worked on what is complained of again. */
    Set<OfficerId> settledBefore = Set.of();

    /** Until when that is waited for; null where nothing says so. */
    @Nullable SupplementTime supplement;

    Round round = Round.NONE;
    Tasks tasks = Tasks.NONE;
    Deadlines deadlines = Deadlines.NONE;
    Course course = Course.NONE;
    Ties ties = Ties.NONE;
    Attention attention = Attention.NONE;
    Urgings urgings = Urgings.NONE;
    Directions directions = Directions.NONE;
    Passes passes = Passes.NONE;
    Correspondence correspondence = Correspondence.NONE;
    Letters letters = Letters.NONE;
    Consults consults = Consults.NONE;
    Consequences consequences = Consequences.NONE;
    Worksheet.Kept worksheet = Worksheet.Kept.NONE;
    Nationally nationally = Nationally.NOT_SENT;

    @Nullable ClosingGround closedFor;

    Erased erased = Erased.NOTHING;
    Redaction redaction = Redaction.NONE;

    /** Whom it is about, among those who work here. */
    Set<OfficerId> accused = Set.of();

    /** Brought before a superior that has not answered yet. */
    @Nullable Onward onward;

    /** Who was admitted to handle it, by name. */
    Set<OfficerId> handlers = Set.of();

    @SuppressWarnings("NullAway.Init") // PetitionReceived is the first event of every petition
    PetitionState() {}

    /** What is happening now carries the machine's time until it is recorded, and then that of the business clock. */
    @EventSourcingHandler
    void on(PetitionEvent event, @Timestamp Instant stamped, Clock clock) {
        evolve(event, AggregateLifecycle.isLive() ? clock.instant() : stamped);
    }

    void evolve(PetitionEvent event, Instant recorded) {
        standing = standing.after(event, recorded);
        attention = attention.after(event, recorded);
        nationally = nationally.after(event);
        consequences = consequences.after(event);
        Standing.reachedBy(event).ifPresent(milestone -> course = course.reaching(milestone));
        switch (event) {
            case IntakeEvent e -> evolve(e, recorded);
            case RoundEvent e -> round = round.after(e);
            case AnswerEvent e -> round = round.after(e);
            case DenunciationEvent e -> {
                if (e instanceof DenunciationEvent.AccusedNamed named) accused = Set.copyOf(named.officers());
                if (e instanceof DenunciationEvent.OnwardReceived on)
                    onward = new Onward(on.overdue(), on.receivedOn(), on.unit());
                if (e instanceof DenunciationEvent.OnwardReviewed || e instanceof DenunciationEvent.OverdueReported)
                    onward = null;
                if (e instanceof DenunciationEvent.HandlerAdmitted admitted) admit(admitted.officer());
                if (e instanceof DenunciationEvent.HandlerDismissed dismissed) dismiss(dismissed.officer());
            }
            case CaseEvent e -> evolve(e);
            case TaskEvent e -> evolve(e);
            case DeadlineEvent e -> evolve(e);
            case MessageEvent e -> correspondence = correspondence.after(e);
            case LetterEvent e -> letters = letters.after(e);
            case ConsultEvent e -> consults = consults.after(e, recorded);
            case DirectionEvent e -> directions = directions.after(e);
            case ConsequenceEvent e -> {}
            case NationalEvent e -> {}
            case FlowEvent e -> {
                course = course.after(e);
                if (e instanceof FlowEvent.NoticeRequested notice) ties = ties.noticed(notice);
            }
        }
    }

    private void evolve(IntakeEvent event, Instant recorded) {
        switch (event) {
            case IntakeEvent.PetitionReceived e -> {
                id = e.petition();
                dossier = Dossier.of(e);
                unit = e.unit();
            }
            case IntakeEvent.PetitionClassified e -> dossier = dossier.classified(e.kind(), e.category());
            case IntakeEvent.PetitionAssigned e -> {
                unit = e.unit();
                officer = e.officer();
                if (e.officer() != null) ties = ties.taken();
            }
            case IntakeEvent.ActivityImported e -> {}
            case IntakeEvent.PetitionMovedIn e -> {}
            case IntakeEvent.HandlingProposed e -> {}
            case IntakeEvent.SupplementRequested e -> {
                awaitedFrom = DueDate.dayOf(recorded);
                supplement = null;
            }
            case IntakeEvent.SupplementLimited e ->
                supplement = new SupplementTime(e.time().until(), false);
            case IntakeEvent.SupplementReminded e -> supplement = new SupplementTime(e.until(), true);
            case IntakeEvent.SupplementMissed e -> awaitedFrom = null;
            case IntakeEvent.SupplementReceived e -> awaitedFrom = null;
            case IntakeEvent.SecondRoundBegun e -> {
                second = true;
                settledBefore = Set.copyOf(e.before());
            }
            case IntakeEvent.PetitionGuided e -> {}
            case IntakeEvent.PetitionTransferred e -> {}
            case IntakeEvent.PetitionReturned e -> {}
            case IntakeEvent.PetitionPassed e -> passes = passes.on(e);
            case IntakeEvent.PetitionPassedBack e -> passes = passes.back();
            case IntakeEvent.PetitionStored e -> {}
            case IntakeEvent.PetitionAnswered e -> {}
            case IntakeEvent.PetitionAccepted e -> {}
            case IntakeEvent.PetitionNotAccepted e -> {}
        }
    }

    private void evolve(CaseEvent event) {
        redaction = redaction.after(event);
        switch (event) {
            case CaseEvent.PetitionClosed e -> {
                closedFor = e.ground();
                suspendedFrom = null;
                awaitedFrom = null;
            }
            case CaseEvent.PetitionReopened e -> {
                closedFor = null;
                ties = ties.rated(false);
            }
            case CaseEvent.PetitionSuspended e -> suspendedFrom = e.from();
            case CaseEvent.PetitionResumed e -> suspendedFrom = null;
            case CaseEvent.PetitionCorrected e -> dossier = dossier.corrected(e.after());
            case CaseEvent.PetitionReclassified e -> {
                dossier = dossier.classified(e.after(), null);
                awaitedFrom = null;
            }
            case CaseEvent.PetitionSentBack e -> {
                awaitedFrom = null;
                course = course.backAt(e.to());
                if (e.toStage() != null) stage = e.toStage();
            }
            case CaseEvent.PetitionLinked e -> ties = ties.linked(e);
            case CaseEvent.PetitionEscalated e -> ties = ties.escalated(e);
            case CaseEvent.PetitionUrged e -> urgings = urgings.urged(e);
            case CaseEvent.UrgingAnswered e -> urgings = urgings.answered(e);
            case CaseEvent.PetitionRated e -> ties = ties.rated(true);
            case CaseEvent.PersonalDataErased e -> erased = erased.after(e);
            case CaseEvent.PetitionWithdrawn e -> awaitedFrom = null;
            case CaseEvent.PointsWithdrawn e -> {}
            case CaseEvent.PetitionTerminated e -> {}
            case CaseEvent.AnsweredTogether e -> {}
            case CaseEvent.WorksheetEntered e -> worksheet = worksheet.entered(e);
            case CaseEvent.WorksheetReplied e -> worksheet = worksheet.replied(e);
            case CaseEvent.NoteAdded e -> {}
            case CaseEvent.PinRenewed e -> {}
            case CaseEvent.CountedAsSigned e -> {}
            case CaseEvent.CitizenWrote e -> {}
            case CaseEvent.OfficeReplied e -> {}
            case CaseEvent.DecisionRedacted e -> {}
            case CaseEvent.DecisionMadePublic e -> {}
            case CaseEvent.DecisionTakenDown e -> {}
            case CaseEvent.WithdrawalAnnounced e -> {}
            case CaseEvent.PaperAdded e -> {}
            case CaseEvent.PetitionTakenOver e -> passes = passes.takenOver(e.from(), e.to());
        }
    }

    private void evolve(TaskEvent event) {
        if (event instanceof TaskEvent.TaskCompleted e) {
            var completed = tasks.open(e.task());
            boolean beside = completed.map(Tasks.Open::isBeside).orElse(false);
            if (!beside)
                course = course.completing(
                        e.key(), completed.map(task -> task.form().stage()).orElse(null));
        }
        if (event instanceof TaskEvent.TaskOpened e && e.form().stage() != null)
            stage = e.form().stage();
        if (event instanceof TaskEvent.TaskCarriedOver e && e.form().stage() != null)
            stage = e.form().stage();
        tasks = tasks.after(event);
        if (event instanceof TaskEvent.TaskClaimed) ties = ties.taken();
        if (event instanceof TaskEvent.TaskReassigned e && e.to() != null) ties = ties.taken();
    }

    private void evolve(DeadlineEvent event) {
        deadlines = deadlines.after(event);
        switch (event) {
            case DeadlineEvent.DeadlineSet e -> ties = ties.moved(e.stage());
            case DeadlineEvent.DeadlineExtended e -> ties = ties.moved(e.stage());
            case DeadlineEvent.DeadlineContinued e -> ties = ties.moved(e.stage());
            case DeadlineEvent.DeadlineRecalculated e -> ties = ties.moved(e.stage());
            case DeadlineEvent.DeadlineMet e -> {}
            case DeadlineEvent.DeadlineDropped e -> {}
            case DeadlineEvent.DeadlineApproaching e -> {}
            case DeadlineEvent.DeadlineMissed e -> {}
            case DeadlineEvent.DeadlinePaused e -> {}
        }
    }

    private void admit(OfficerId officer) {
        var more = new HashSet<>(handlers);
        more.add(officer);
        handlers = Set.copyOf(more);
    }

    private void dismiss(OfficerId officer) {
        var fewer = new HashSet<>(handlers);
        fewer.remove(officer);
        handlers = Set.copyOf(fewer);
    }

    boolean has(Milestone milestone) {
        return standing.has(milestone);
    }

    boolean isClosed() {
        return has(CLOSED);
    }

    boolean isAwaitingSupplement() {
        return awaitedFrom != null;
    }

    boolean isSuspended() {
        return suspendedFrom != null;
    }
}
