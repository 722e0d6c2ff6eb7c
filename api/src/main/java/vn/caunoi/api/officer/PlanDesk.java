package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Sleep;
import vn.caunoi.core.petition.TaskCommand.DateTask;
import vn.caunoi.core.petition.TaskCommand.PutToSleep;
import vn.caunoi.core.petition.TaskCommand.WakeTask;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.inbox.Inbox;

/** How people plan their tasks beside the law: put to sleep, woken, given a day of their own. */
@Component
public class PlanDesk {

    private final TaskDesk tasks;
    private final Casework casework;
    private final CalendarInForce calendar;
    private final Clock clock;

    PlanDesk(TaskDesk tasks, Casework casework, CalendarInForce calendar, Clock clock) {
        this.tasks = tasks;
        this.casework = casework;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The last day on whose morning a task may wake. */
    public LocalDate latest(Inbox.Task task) {
        return Sleep.lastDay(task.due(), today(), calendar.calendar());
    }

    public LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    /**
     * @param until the day on whose morning it wakes; null: as late as may be
     * @param awaited whose coming wakes it before that; null: nothing but the day does
     */
    public Written sleep(String id, @Nullable LocalDate until, @Nullable Awaited awaited, Actor by) {
        Inbox.Task task = tasks.find(id, by);
        usual("until", until);
        return casework.send(new PutToSleep(task.petition(), open(task), until, awaited, by), by);
    }

    public Written wake(String id, Actor by) {
        Inbox.Task task = tasks.find(id, by);
        return casework.send(new WakeTask(task.petition(), open(task), by), by);
    }

    /** @param day null: none any more */
    public Written date(String id, @Nullable LocalDate day, Actor by) {
        Inbox.Task task = tasks.find(id, by);
        usual("day", day);
        return casework.send(new DateTask(task.petition(), open(task), day, by), by);
    }

    private static TaskId open(Inbox.Task task) {
        if (task.state() != Inbox.State.OPEN) throw Refusal.because(Reason.TASK_NOT_OPEN);
        return task.id();
    }

    private static void usual(String field, @Nullable LocalDate day) {
        Input input = new Input();
        Asked.usual(field, day, input);
        input.mustBeValid();
    }
}
