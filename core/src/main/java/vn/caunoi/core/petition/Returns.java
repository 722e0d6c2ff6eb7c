package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.vault.Sealed;

/** Ways back, all by the head: to an earlier step, to another kind, and out of the closed state. */
final class Returns {

    private static final Set<Milestone> ROUND = EnumSet.of(
            VERIFIED,
            CONVENED,
            DIALOGUE,
            DRAFTED,
            APPROVED,
            ISSUED,
            SENT,
            PUBLISHED,
            REPORTED,
            CONCLUDED,
            CONCLUSION_SENT,
            HANDLED);
    /** What ends a case without a resolution. */
    private static final Set<Milestone> ENDS = EnumSet.of(
            GUIDED,
            TRANSFERRED,
            RETURNED,
            STORED,
            PASSED_TO_INSPECTION,
            ANSWERED,
            NOT_ACCEPTED,
            WITHDRAWN,
            TERMINATED,
            CLOSED);

    private static final Set<Milestone> NEVER_BY_A_STEP = EnumSet.of(
            RECEIVED, PROGRESS, SUSPENDED, STOP_SENT, PROTECTION_REQUESTED, PROTECTED, WITHDRAWN, TERMINATED, CLOSED);

    private final Petition petition;
    private final Instant now;

    Returns(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    Returns(Petition petition, Clock clock) {
        this.petition = petition;
        this.now = clock.instant();
    }

    void sendBack(CaseCommand.SendBack command, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        mustBeUndecided();
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        String process = petition.course.process();
        if (process == null) throw Refusal.because(Reason.NO_SUCH_STEP);
        Set<Milestone> undone = petition.course.reachedSince(command.to());
        undone.retainAll(petition.standing.reached().keySet());
        undone.removeAll(NEVER_BY_A_STEP);
        petition.record(new PetitionSentBack(
                petition.id, process, command.to(), petition.stage, stageOf(command.to()), undone, reason));
        DeadlineDesk deadlines = new DeadlineDesk(petition);
        deadlines.undo(undone, "sent-back");
        deadlines.goOn(DueDate.dayOf(now), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    private @Nullable Stage stageOf(String step) {
        var completed = petition.course.step(step);
        if (completed.isPresent()) return completed.get().stage();
        return petition.tasks
                .atStep(step)
                .orElseThrow(() -> Refusal.because(Reason.NO_SUCH_STEP))
                .form()
                .stage();
    }

    void reclassify(CaseCommand.Reclassify command) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        mustBeUndecided();
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        Kind before = petition.dossier.kind();
        Petition.refuseIf(before == command.to(), Reason.NOTHING_TO_CORRECT);
        Set<Milestone> undone = standing(ROUND);
        undone.addAll(standing(EnumSet.of(
                GUIDED,
                TRANSFERRED,
                RETURNED,
                STORED,
                PASSED_TO_INSPECTION,
                PROGRESS,
                ANSWERED,
                ACCEPTED,
                NOT_ACCEPTED,
                NOTIFIED)));
        var reclassified = new PetitionReclassified(petition.id, before, command.to(), undone, reason);
        petition.record(reclassified);
        DeadlineDesk desk = new DeadlineDesk(petition);
        if (command.to() == Kind.DENUNCIATION) new ConsultDesk(petition, now).lapse();
        desk.metBy(reclassified, now);
        List.copyOf(petition.deadlines.open().keySet()).forEach(stage -> desk.drop(stage, "reclassified"));
        new TaskDesk(petition).moveDues(null);
    }

    /** In the transaction of the split that closes it. */
    void keepSecret(CaseCommand.KeepSecret command) {
        mustBeUndecided();
        Kind before = petition.dossier.kind();
        if (before == Kind.DENUNCIATION) return;
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        petition.record(new PetitionReclassified(petition.id, before, Kind.DENUNCIATION, Set.of(), reason));
        new ConsultDesk(petition, now).lapse();
    }

    /** The result stated at the closing stays; the limits of what is to be done again run anew from today. */
    void reopen(CaseCommand.Reopen command, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        petition.must(CLOSED, Reason.NOT_CLOSED);
        if (command.ground() == ReopenGround.ANSWER_UNSUITABLE) {
            returnAnswer(new CaseCommand.ReturnAnswer(command.petition(), command.reason(), command.by()), calendar);
            return;
        }
        boolean coerced = command.ground() == ReopenGround.WITHDRAWAL_COERCED;
        Petition.refuseIf(coerced && !petition.has(WITHDRAWN), Reason.NOT_WITHDRAWN);
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        Set<Milestone> undone = standing(ENDS);
        if (settlesAnew(command.ground())) undone.addAll(standing(ROUND));
        petition.record(new PetitionReopened(petition.id, command.ground(), undone, reason));
        new EnforcementDesk(petition, now, calendar).owed();
        new DeadlineDesk(petition).startAnew(undone, DueDate.dayOf(now), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    /** Ordered by the superior; nothing to do where it is open. */
    void resettle(Sealed reason, WorkingCalendar calendar) {
        if (!petition.isClosed()) return;
        Set<Milestone> undone = standing(ENDS);
        undone.addAll(standing(ROUND));
        petition.record(new PetitionReopened(petition.id, ReopenGround.VIOLATION_FOUND, undone, reason));
        new DeadlineDesk(petition).startAnew(undone, DueDate.dayOf(now), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    /** Once for each answer: what is returned does not stand until it is given anew. */
    void returnAnswer(CaseCommand.ReturnAnswer command, WorkingCalendar calendar) {
        boolean byHead = command.by() != null && command.by().is(Role.HEAD);
        if (command.by() != null) petition.mustBeAllowed(command.by(), Role.HEAD, Role.CLERK);
        AnswerActs.mustBeProposalOrFeedback(petition);
        petition.must(ANSWERED, Reason.NOT_ANSWERED_YET);
        petition.mustNot(WITHDRAWN, Reason.WITHDRAWN);
        Petition.refuseIf(!byHead && petition.ties.rated(), Reason.ALREADY_RATED);
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        Set<Milestone> undone = standing(EnumSet.of(DRAFTED, APPROVED, PROGRESS, ANSWERED, PUBLISHED));
        if (petition.isClosed()) {
            var ground = ReopenGround.ANSWER_UNSUITABLE;
            petition.record(new PetitionReopened(petition.id, ground, EnumSet.of(CLOSED), reason));
        }
        petition.record(new AnswerEvent.AnswerUnsuitable(petition.id, !byHead, undone, reason));
        new DeadlineDesk(petition).startAnew(undone, DueDate.dayOf(now), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    private boolean settlesAnew(ReopenGround ground) {
        return (petition.has(ISSUED) || petition.has(CONCLUDED))
                && switch (ground) {
                    case VIOLATION_FOUND, NEW_EVIDENCE, COURT_RULING -> true;
                    case WITHDRAWAL_COERCED, CLOSED_BY_MISTAKE, ANSWER_UNSUITABLE -> false;
                };
    }

    private void mustBeUndecided() {
        petition.mustNotBeClosed();
        petition.mustNot(WITHDRAWN, Reason.WITHDRAWN);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        petition.mustNot(CONCLUDED, Reason.ALREADY_CONCLUDED);
    }

    private Set<Milestone> standing(Set<Milestone> of) {
        var standing = EnumSet.copyOf(of);
        standing.retainAll(petition.standing.reached().keySet());
        return standing;
    }
}
