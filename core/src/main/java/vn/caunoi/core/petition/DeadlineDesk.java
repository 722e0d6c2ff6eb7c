package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.DeadlineCommand.*;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.vault.Sealed;

/** Sets, extends, marks and ends deadlines. */
final class DeadlineDesk {

    /** What is owed because of a suspension does not wait for its end. */
    private static final Set<String> ALWAYS_COUNTS =
            Set.of("send_stop", "protection", "onward_review", "overdue_report", ConsequenceDesk.ENFORCE);
    /** Owed whatever became of the case. */
    static final Set<String> AFTER_CLOSING = Set.of("protection", "onward_review", ConsequenceDesk.ENFORCE);

    private static final String PROTECTION = "protection";
    private static final String SETTLE = "settle";

    private final Petition petition;

    DeadlineDesk(Petition petition) {
        this.petition = petition;
    }

    /**
     * Nothing is set for what has been done already, and the same is not set twice. Nor is anything set from a fact
     * that no longer stands: the order is a report of the process, and the head may have sent the case back meanwhile.
     */
    void set(SetDeadline command, WorkingCalendar calendar) {
        boolean closed = petition.isClosed() && !AFTER_CLOSING.contains(command.stage());
        if (closed || isDone(command.stage())) return;
        LocalDate from = day(command.basis());
        if (from == null) return;
        DeadlineRule rule = command.rule();
        Counted counted = DueDate.count(calendar, from, rule);
        boolean stands = petition.deadlines
                .open(command.stage())
                .filter(open -> open.isImported()
                        || isSame(open, rule, from)
                        || open.from().isAfter(from))
                .isPresent();
        if (stands) return;
        record(command.stage(), command.basis(), from, rule, counted, calendar);
        new TaskDesk(petition).moveDues(null);
    }

    private @Nullable LocalDate day(Basis basis) {
        if (basis == Basis.OVERDUE) return new Lateness(petition).since();
        if (basis == Basis.ONWARD) return petition.onward == null ? null : petition.onward.receivedOn();
        return petition.standing.day(milestone(basis)).orElse(null);
    }

    private static boolean isSame(Deadline open, DeadlineRule rule, LocalDate from) {
        return open.rule().equals(rule.id())
                && open.version().equals(rule.version())
                && open.from().equals(from);
    }

    private void record(
            String stage, Basis basis, LocalDate from, DeadlineRule rule, Counted counted, WorkingCalendar calendar) {
        petition.record(new DeadlineSet(
                petition.id,
                stage,
                basis,
                from,
                rule.limit(),
                rule.roll(),
                counted.due(),
                rule.id(),
                rule.version(),
                calendar.version(),
                rule.source(),
                counted.explanation()));
        LocalDate since = petition.suspendedFrom == null ? petition.awaitedFrom : petition.suspendedFrom;
        if (since != null) pause(since);
    }

    void extend(ExtendDeadline command, Instant now, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.actor(), Role.HEAD);
        boolean byComplexity = petition.dossier.kind() == Kind.DENUNCIATION
                && command.stage().equals(SETTLE)
                && petition.has(Milestone.ACCEPTED);
        Petition.refuseIf(byComplexity, Reason.ONLY_IF_COMPLEX);
        Deadline deadline = extensible(command.stage(), now);
        extend(deadline, command.by(), petition.seal(Words.required("reason", command.reason())), calendar);
    }

    /** Once for a complex denunciation, twice for a specially complex one (LTC Đ30). */
    void prolong(DenunciationCommand.ProlongSettlement command, Instant now, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        Petition.refuseIf(petition.dossier.kind() != Kind.DENUNCIATION, Reason.NOT_FOR_THIS_KIND);
        petition.must(Milestone.ACCEPTED, Reason.NOT_ACCEPTED_YET);
        Deadline deadline = extensible(SETTLE, now);
        int time = deadline.extensions() + 1;
        Petition.refuseIf(time > command.complexity().times(), Reason.ALREADY_PROLONGED);
        var reason = petition.seal(Words.required("reason", command.reason()));
        petition.record(new DenunciationEvent.SettlementProlonged(
                petition.id, command.complexity(), time, command.rule().id(), reason));
        extend(deadline, command.rule().limit(), reason, calendar);
    }

    private Deadline extensible(String stage, Instant now) {
        petition.mustNotBeClosed();
        Deadline deadline = petition.deadlines.open(stage).orElseThrow(() -> Refusal.because(Reason.NO_SUCH_DEADLINE));
        Petition.refuseIf(deadline.isPaused(), petition.isSuspended() ? Reason.SUSPENDED : Reason.AWAITING_SUPPLEMENT);
        Petition.refuseIf(now.isAfter(deadline.due()), Reason.DEADLINE_PASSED);
        return deadline;
    }

    private void extend(Deadline deadline, Limit by, Sealed reason, WorkingCalendar calendar) {
        Counted counted = deadline.extended(calendar, by);
        petition.record(new DeadlineExtended(
                petition.id, deadline.stage(), by, deadline.due(), counted.due(), reason, counted.explanation()));
        new TaskDesk(petition).moveDues(null);
    }

    /** Meets what the fact was awaited for. */
    void metBy(PetitionEvent fact, Instant now) {
        if (fact instanceof AnswerEvent.ProgressReported) met(Lateness.PROGRESS, now);
        if (fact instanceof DenunciationEvent.ProtectionDenied) met(PROTECTION, LegalMoment.of(fact, now));
        Standing.reachedBy(fact)
                .ifPresent(reached -> endedBy(reached).forEach(stage -> met(stage, LegalMoment.of(fact, now))));
    }

    void met(String stage, Instant on) {
        petition.deadlines
                .open(stage)
                .ifPresent(open -> petition.record(new DeadlineMet(petition.id, stage, on, open.isPassedAt(on))));
    }

    void drop(String stage, String cause) {
        petition.record(new DeadlineDropped(petition.id, stage, cause));
    }

    /** Stage words of the deadlines that a milestone ends. */
    static Set<String> endedBy(Milestone milestone) {
        return switch (milestone) {
            case CLASSIFIED -> Set.of("process");
            case STORED -> new TreeSet<>(List.of("initial", "process"));
            case RETURNED -> new TreeSet<>(List.of("initial", "process"));
            case GUIDED -> new TreeSet<>(List.of("process", "accept_1", "accept_2"));
            case TRANSFERRED -> new TreeSet<>(List.of("answer", "initial", "process", "progress", "transfer"));
            case ANSWERED -> new TreeSet<>(List.of("answer", "progress"));
            case ACCEPTED -> new TreeSet<>(List.of("accept_1", "accept_2", "initial", "transfer"));
            case NOT_ACCEPTED -> new TreeSet<>(List.of("accept_1", "accept_2", "initial"));
            case PASSED_TO_INSPECTION -> Set.of("initial");
            case SENDER_ANSWERED -> Set.of("reply_sender");
            case NOTIFIED -> Set.of("notify_accept");
            case CONCLUDED -> Set.of("settle");
            case CONCLUSION_SENT -> Set.of("send_conclusion");
            case HANDLED -> Set.of("handle_conclusion");
            case STOP_SENT -> Set.of("send_stop");
            case PROTECTED -> Set.of(PROTECTION);
            case ISSUED -> new TreeSet<>(List.of("settle_1", "settle_2"));
            case SENT -> new TreeSet<>(List.of("send_1", "send_2"));
            case PUBLISHED -> Set.of("publish");
            case RECEIVED,
                    PROGRESS,
                    VERIFIED,
                    CONVENED,
                    DIALOGUE,
                    DRAFTED,
                    APPROVED,
                    REPORTED,
                    SUSPENDED,
                    PROTECTION_REQUESTED,
                    WITHDRAWN,
                    TERMINATED,
                    CLOSED -> Set.of();
        };
    }

    static Milestone milestone(Basis basis) {
        return switch (basis) {
            // rests on no fact that could be undone
            case RECEIVED, OVERDUE, ONWARD -> Milestone.RECEIVED;
            case CLASSIFIED -> Milestone.CLASSIFIED;
            case ACCEPTED -> Milestone.ACCEPTED;
            case ISSUED, ORDERED -> Milestone.ISSUED;
            case CONCLUDED -> Milestone.CONCLUDED;
            case SUSPENDED -> Milestone.SUSPENDED;
            case TERMINATED -> Milestone.TERMINATED;
            case PROTECTION_REQUESTED -> Milestone.PROTECTION_REQUESTED;
        };
    }

    /** Those whose last day had not passed by the first day that does not count. */
    void pause(LocalDate from) {
        for (Deadline open : List.copyOf(petition.deadlines.open().values())) {
            boolean passed = DueDate.dayOf(open.due()).isBefore(from);
            if (ALWAYS_COUNTS.contains(open.stage())) continue;
            if (!open.isPaused() && !passed) petition.record(new DeadlinePaused(petition.id, open.stage(), from));
        }
    }

    /**
     * What was paused counts again from this day, unless something else still stops it: a suspension, or a supplement
     * that has not come. A day that lies before the pause ends it where it began.
     */
    void goOn(LocalDate on, WorkingCalendar calendar) {
        if (petition.isSuspended() || petition.isAwaitingSupplement()) return;
        for (Deadline paused : List.copyOf(petition.deadlines.open().values())) {
            if (paused.pausedFrom() == null) continue;
            LocalDate first = on.isBefore(paused.pausedFrom()) ? paused.pausedFrom() : on;
            Counted counted = paused.continued(calendar, first);
            petition.record(new DeadlineContinued(
                    petition.id, paused.stage(), first, paused.due(), counted.due(), counted.explanation()));
        }
    }

    /** What was met by facts that no longer stand runs again as it was; what was counted from them is dropped. */
    void undo(Set<Milestone> undone, String cause) {
        for (Deadline open : List.copyOf(petition.deadlines.open().values())) {
            if (undone.contains(milestone(open.basis()))) drop(open.stage(), cause);
        }
        for (Deadline met : metBy(undone)) {
            petition.record(met.set(petition.id, met.from(), met.counted(), met.calendar()));
        }
    }

    /** After a reopening: what was open at the closing, or met by facts that no longer stand, runs anew from this day. */
    void startAnew(Set<Milestone> undone, LocalDate today, WorkingCalendar calendar) {
        List<Deadline> again = new ArrayList<>(petition.deadlines.atClosing().values());
        again.addAll(metBy(undone));
        for (Deadline deadline : again) {
            if (deadline.basis() == Basis.OVERDUE
                    || deadline.isImported()
                    || isDone(deadline.stage())
                    || !basisStands(deadline)) continue;
            Counted counted = DueDate.count(calendar, today, deadline.limited(), deadline.roll());
            petition.record(deadline.set(petition.id, today, counted, calendar.version()));
        }
    }

    private List<Deadline> metBy(Set<Milestone> undone) {
        return petition.deadlines.met().values().stream()
                .map(Deadlines.Met::deadline)
                .filter(met -> undone.stream().anyMatch(fact -> endedBy(fact).contains(met.stage())))
                .filter(met -> !isDone(met.stage()) && basisStands(met))
                .toList();
    }

    private boolean basisStands(Deadline deadline) {
        return petition.has(milestone(deadline.basis()));
    }

    private boolean isDone(String stage) {
        return petition.standing.reached().keySet().stream()
                .anyMatch(milestone -> endedBy(milestone).contains(stage));
    }
}
