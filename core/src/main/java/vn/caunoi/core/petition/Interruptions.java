package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.vault.Sealed;

/** What stops a case for good or for a time: withdrawal (LKN Đ10) and suspension (Law 136/2025). */
final class Interruptions {

    private final Petition petition;
    private final Instant now;

    Interruptions(Petition petition, Clock clock) {
        this.petition = petition;
        this.now = clock.instant();
    }

    void withdraw(CaseCommand.Withdraw command, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        mustBeUndecided();
        mustBePast(command.occurred());
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        List<Integer> points = command.points();
        var left = new TreeSet<>(petition.standing.points());
        Petition.refuseIf(!left.containsAll(points), Reason.NO_SUCH_POINT);
        left.removeAll(points);
        boolean whole = points.isEmpty() || left.isEmpty();
        petition.record(
                whole
                        ? new PetitionWithdrawn(petition.id, command.occurred(), reason)
                        : new PointsWithdrawn(
                                petition.id, List.copyOf(new TreeSet<>(points)), command.occurred(), reason));
        withdrawn(whole, calendar);
    }

    void withdrawByCitizen(CaseCommand.WithdrawByCitizen command, WorkingCalendar calendar) {
        petition.mustNotBeClosed();
        petition.mustNot(WITHDRAWN, Reason.WITHDRAWN);
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        Kind kind = petition.dossier.kind();
        if (kind != Kind.FEEDBACK && kind != Kind.PROPOSAL) {
            petition.record(new WithdrawalAnnounced(petition.id, reason));
            return;
        }
        petition.mustNot(ANSWERED, Reason.ALREADY_ANSWERED);
        petition.record(new PetitionWithdrawn(petition.id, null, reason));
        withdrawn(true, calendar);
    }

    private void withdrawn(boolean whole, WorkingCalendar calendar) {
        if (whole) new ConsultDesk(petition, now).lapse();
        // nothing more is awaited of who withdrew the whole
        new DeadlineDesk(petition).goOn(DueDate.dayOf(now), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    void suspend(CaseCommand.Suspend command) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        mustBeUndecided();
        Petition.refuseIf(petition.isSuspended(), Reason.SUSPENDED);
        mustBePast(command.from());
        Sealed ground = petition.seal(Words.required("ground", command.ground()));
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        petition.record(new PetitionSuspended(petition.id, ground, reason, command.from()));
        new DeadlineDesk(petition).pause(command.from());
        new TaskDesk(petition).moveDues(null);
    }

    void resume(CaseCommand.Resume command, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        LocalDate from = petition.suspendedFrom;
        if (from == null) throw Refusal.because(Reason.NOT_SUSPENDED);
        Petition.refuseIf(command.on().isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
        if (command.on().isBefore(from)) {
            throw Refusal.because(Reason.INVALID_INPUT, "on", "too-early", "must be not before " + from);
        }
        petition.record(new PetitionResumed(petition.id, command.on()));
        new DeadlineDesk(petition).goOn(command.on(), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    private void mustBeUndecided() {
        petition.mustNotBeClosed();
        petition.mustNot(WITHDRAWN, Reason.WITHDRAWN);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        petition.mustNot(CONCLUDED, Reason.ALREADY_CONCLUDED);
    }

    private void mustBePast(@Nullable Instant occurred) {
        if (occurred == null) return;
        Petition.refuseIf(occurred.isAfter(now), Reason.IN_THE_FUTURE);
        mustBePast(DueDate.dayOf(occurred));
    }

    private void mustBePast(LocalDate day) {
        Petition.refuseIf(day.isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
        Petition.refuseIf(day.isBefore(DueDate.dayOf(petition.dossier.receivedAt())), Reason.BEFORE_RECEIPT);
    }
}
