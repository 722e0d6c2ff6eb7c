package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.vault.Sealed;

/** Corrects what was recorded wrongly, and counts anew what depends on it. */
final class Corrections {

    private static final String CAUSE = "corrected";

    private final Petition petition;
    private final Instant now;
    private final WorkingCalendar calendar;

    Corrections(Petition petition, Clock clock, WorkingCalendar calendar) {
        this.petition = petition;
        this.now = clock.instant();
        this.calendar = calendar;
    }

    void correct(CaseCommand.Correct command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        mustBeKnown(command.to());
        Differences differences = Differences.between(petition, command.to());
        Petition.refuseIf(differences.areNone(), Reason.NOTHING_TO_CORRECT);
        mustBePossible(differences.after());
        petition.record(
                new CaseEvent.PetitionCorrected(petition.id, differences.before(), differences.after(), reason));
        recalculate(differences.before(), differences.after(), reason);
        new TaskDesk(petition).moveDues(null);
    }

    private void mustBeKnown(Correction to) {
        for (Point point : to.points() == null ? List.<Point>of() : to.points()) {
            Petition.refuseIf(!petition.standing.points().contains(point.no()), Reason.NO_SUCH_POINT);
        }
        for (Person person : to.petitioners() == null ? List.<Person>of() : to.petitioners()) {
            boolean known = petition.dossier.petitioners().stream()
                    .anyMatch(one -> one.id().equals(person.id()));
            Petition.refuseIf(!known, Reason.NO_SUCH_PERSON);
            Petition.refuseIf(petition.erased.has(person.id()), Reason.DATA_ERASED);
        }
        if (to.acceptedOn() != null) petition.must(Milestone.ACCEPTED, Reason.NOT_ACCEPTED_YET);
        if (to.subject() != null) Words.required("subject", to.subject().clear());
        if (to.content() != null) Words.required("content", to.content().clear());
    }

    private void mustBePossible(Correction to) {
        Instant received = to.receivedAt() == null ? petition.dossier.receivedAt() : to.receivedAt();
        LocalDate accepted = Optional.ofNullable(to.acceptedOn())
                .or(() -> petition.standing.day(Milestone.ACCEPTED))
                .orElse(null);
        Petition.refuseIf(received.isAfter(now), Reason.IN_THE_FUTURE);
        if (accepted == null) return;
        Petition.refuseIf(accepted.isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
        Petition.refuseIf(accepted.isBefore(DueDate.dayOf(received)), Reason.BEFORE_RECEIPT);
    }

    private void recalculate(Correction before, Correction to, Sealed reason) {
        if (before.receivedAt() != null && to.receivedAt() != null) {
            LocalDate old = DueDate.dayOf(before.receivedAt());
            recalculate(Basis.RECEIVED, old, DueDate.dayOf(to.receivedAt()), reason);
        }
        if (before.acceptedOn() != null && to.acceptedOn() != null) {
            recalculate(Basis.ACCEPTED, before.acceptedOn(), to.acceptedOn(), reason);
            meetAgain("accept_1", LegalMoment.on(to.acceptedOn(), now));
            meetAgain("accept_2", LegalMoment.on(to.acceptedOn(), now));
        }
    }

    /**
     * One that began anew at a reopening is not counted from the corrected day. Of one that was met already it is told
     * anew whether it was met late.
     */
    private void recalculate(Basis basis, LocalDate old, LocalDate day, Sealed reason) {
        if (old.equals(day)) return;
        Predicate<Deadline> depends =
                deadline -> deadline.basis() == basis && deadline.from().equals(old) && !deadline.isImported();
        List<Deadlines.Met> met = petition.deadlines.met().values().stream()
                .filter(past -> depends.test(past.deadline()))
                .toList();
        List<Deadline> open =
                petition.deadlines.open().values().stream().filter(depends).toList();
        open.forEach(deadline -> recalculate(deadline, day, reason));
        met.forEach(past -> {
            recalculate(past.deadline(), day, reason);
            meetAgain(past.deadline().stage(), past.on());
        });
    }

    private void recalculate(Deadline deadline, LocalDate day, Sealed reason) {
        Counted counted = deadline.countedAfter(calendar, day);
        petition.record(new DeadlineEvent.DeadlineRecalculated(
                petition.id,
                deadline.stage(),
                day,
                deadline.due(),
                counted.due(),
                deadline.rule(),
                deadline.version(),
                calendar.version(),
                CAUSE,
                counted.explanation(),
                reason));
    }

    private void meetAgain(String stage, Instant on) {
        Deadlines.@Nullable Met before = petition.deadlines.met().get(stage);
        if (before == null) return;
        boolean late = on.isAfter(before.deadline().due());
        if (before.on().equals(on) && before.late() == late) return;
        petition.record(new DeadlineEvent.DeadlineMet(petition.id, stage, on, late));
    }
}
