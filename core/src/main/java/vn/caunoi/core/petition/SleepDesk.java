package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.TaskCommand.*;
import vn.caunoi.core.petition.TaskEvent.*;

/** How an officer plans the work: a task gets a day of its own, or sleeps. Its legal moment is left as it is. */
final class SleepDesk {

    private final Petition petition;

    SleepDesk(Petition petition) {
        this.petition = petition;
    }

    void putToSleep(PutToSleep command, Instant now, WorkingCalendar calendar) {
        Tasks.Open task = heldTask(command.task(), command.by());
        LocalDate today = DueDate.dayOf(now);
        LocalDate last = Sleep.lastDay(task.due(), today, calendar);
        Petition.refuseIf(!last.isAfter(today), Reason.TOO_NEAR_TO_SLEEP);
        LocalDate until = until(command, today, last);
        Awaited awaited = command.awaited();
        Petition.refuseIf(awaited != null && !isAwaited(awaited), Reason.NOT_AWAITED);
        Instant wakes = Sleep.morningOf(until);
        if (new Sleep(wakes, awaited, task.due()).equals(task.sleep())) return;
        petition.record(new TaskPutToSleep(
                petition.id, task.task(), wakes, awaited, command.by().id()));
    }

    private static LocalDate until(PutToSleep command, LocalDate today, LocalDate last) {
        LocalDate day = command.until();
        if (day == null && command.awaited() == null) throw wrong("until", "required", "must be given");
        if (day == null) return last;
        if (!day.isAfter(today)) throw wrong("until", "too-early", "must be after " + today);
        if (day.isAfter(last)) throw wrong("until", "too-late", "must be at the latest on " + last);
        return day;
    }

    private boolean isAwaited(Awaited what) {
        return switch (what) {
            case SUPPLEMENT -> petition.isAwaitingSupplement();
            case OPINION -> !petition.consults.open().isEmpty();
            case DELIVERY ->
                petition.letters.all().values().stream().anyMatch(letter -> letter.state() == LetterState.SENT);
            case REPLY -> !petition.worksheet.owed().isEmpty();
        };
    }

    void wake(WakeTask command) {
        Tasks.Open task = heldTask(command.task(), command.by());
        if (task.sleep() != null) wake(task, Waking.HAND);
    }

    /** By whoever holds it or by a head, for whom it is the day by which they want it. */
    void date(DateTask command, Instant now) {
        Tasks.Open task = openTask(command.task());
        boolean head = command.by().is(Role.HEAD) && command.by().covers(task.unit());
        boolean accused = petition.accused.contains(command.by().id());
        Petition.refuseIf(accused || !head && !task.isHeldBy(command.by().id()), Reason.NOT_ALLOWED);
        LocalDate day = command.day();
        if (Objects.equals(day, task.own())) return;
        if (day != null) mustFit(day, task.due(), DueDate.dayOf(now));
        petition.record(
                new TaskDated(petition.id, task.task(), day, command.by().id()));
    }

    private static void mustFit(LocalDate day, @Nullable Instant due, LocalDate today) {
        LocalDate last = due == null ? today.plusYears(1) : DueDate.dayOf(due);
        if (day.isBefore(today)) throw wrong("day", "too-early", "must not be before " + today);
        if (day.isAfter(last)) throw wrong("day", "too-late", "must be at the latest on " + last);
    }

    /** What has come wakes what waits for it; whoever urges wakes all. */
    void after(PetitionEvent event) {
        for (Tasks.Open task : List.copyOf(petition.tasks.all())) {
            Sleep sleep = task.sleep();
            if (sleep != null) waking(event, task, sleep).ifPresent(cause -> wake(task, cause));
        }
    }

    private static Optional<Waking> waking(PetitionEvent event, Tasks.Open task, Sleep sleep) {
        return switch (event) {
            case IntakeEvent.SupplementReceived e -> whenAwaited(sleep, Awaited.SUPPLEMENT, Waking.SUPPLEMENT);
            case IntakeEvent.SupplementMissed e -> whenAwaited(sleep, Awaited.SUPPLEMENT, Waking.SUPPLEMENT_MISSED);
            case ConsultEvent.ConsultAnswered e -> whenAwaited(sleep, Awaited.OPINION, Waking.OPINION);
            case ConsultEvent.ConsultDeclined e -> whenAwaited(sleep, Awaited.OPINION, Waking.NO_OPINION);
            case ConsultEvent.ConsultWithdrawn e -> whenAwaited(sleep, Awaited.OPINION, Waking.NO_OPINION);
            case LetterEvent.LetterDelivered e -> whenAwaited(sleep, Awaited.DELIVERY, Waking.DELIVERY);
            case CaseEvent.WorksheetReplied e -> whenAwaited(sleep, Awaited.REPLY, Waking.REPLY);
            case CaseEvent.PetitionUrged e -> Optional.of(Waking.URGED);
            case DirectionEvent.DirectionGiven e -> Optional.of(Waking.DIRECTED);
            case CaseEvent.PetitionEscalated e -> Optional.of(Waking.RAISED);
            case TaskDueMoved e ->
                e.task().equals(task.task()) && sleep.isShortenedBy(e.due())
                        ? Optional.of(Waking.DUE_MOVED)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Waking> whenAwaited(Sleep sleep, Awaited what, Waking cause) {
        return sleep.awaited() == what ? Optional.of(cause) : Optional.empty();
    }

    /** @return when to look again; null when nothing is left to record */
    @Nullable Instant look(TaskId id, Instant until, Instant now) {
        Tasks.Open task = petition.tasks.open(id).orElse(null);
        Sleep sleep = task == null ? null : task.sleep();
        if (task == null || sleep == null || !sleep.until().equals(until)) return null;
        if (now.isBefore(until)) return until;
        wake(task, sleep.awaited() == null ? Waking.DATE : Waking.NO_ANSWER);
        return null;
    }

    private void wake(Tasks.Open task, Waking cause) {
        petition.record(new TaskWoken(petition.id, task.task(), cause));
    }

    private Tasks.Open heldTask(TaskId id, Actor by) {
        Tasks.Open task = openTask(id);
        Petition.refuseIf(!task.isHeldBy(by.id()), Reason.TASK_NOT_HELD);
        return task;
    }

    private Tasks.Open openTask(TaskId id) {
        return petition.tasks.open(id).orElseThrow(() -> Refusal.because(Reason.TASK_NOT_OPEN));
    }

    private static Refusal wrong(String field, String code, String text) {
        return Refusal.because(Reason.INVALID_INPUT, field, code, text);
    }
}
