package vn.caunoi.api.officer;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.TaskCommand.DelegateTask;
import vn.caunoi.core.petition.TaskCommand.ReassignTask;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.inbox.Inbox;

/** How a head shares out the work of a unit: a task is taken from its holder and given to another, or to the group. */
@Component
public class ReassignDesk {

    private final TaskDesk tasks;
    private final Directory directory;
    private final Casework casework;

    ReassignDesk(TaskDesk tasks, Directory directory, Casework casework) {
        this.tasks = tasks;
        this.directory = directory;
        this.casework = casework;
    }

    /** Whether it is for this actor to share a task out. */
    public static boolean mayGive(Actor by, Inbox.Task task) {
        return by.is(Role.HEAD) && by.covers(task.unit());
    }

    /** Who may do every one of these tasks and does not hold them all: officers of their unit and group, by name. */
    public List<Directory.Officer> eligible(Collection<Inbox.Task> given) {
        return given.stream()
                .map(Inbox.Task::unit)
                .distinct()
                .flatMap(unit -> directory.officersOf(unit).stream())
                .filter(officer -> given.stream().allMatch(task -> mayDo(officer, task)))
                .filter(officer -> !given.stream().allMatch(task -> officer.id().equals(task.assignee())))
                .toList();
    }

    /** @param officer account name; null or blank: back to the group */
    public Written reassign(String id, @Nullable String officer, @Nullable String reason, Actor by) {
        Inbox.Task task = tasks.find(id, by);
        if (!mayGive(by, task)) throw Refusal.because(Reason.NOT_ALLOWED);
        if (task.state() != Inbox.State.OPEN) throw Refusal.because(Reason.TASK_NOT_OPEN);
        Input input = new Input();
        OfficerId to = officer(officer, task, input);
        String why = input.required("reason", reason, ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new ReassignTask(task.petition(), task.id(), task.unit(), to, why, by), by);
    }

    /** Whoever holds a task gives it to a colleague who may do it. */
    public Written delegate(String id, @Nullable String officer, @Nullable String reason, Actor by) {
        Inbox.Task task = tasks.find(id, by);
        if (task.state() != Inbox.State.OPEN) throw Refusal.because(Reason.TASK_NOT_OPEN);
        if (!by.id().equals(task.assignee())) throw Refusal.because(Reason.TASK_NOT_HELD);
        Input input = new Input();
        OfficerId to = officer(officer, task, input);
        if (officer == null || officer.isBlank()) input.present("officer", null);
        if (by.id().equals(to)) input.wrong("officer", "not-an-option", "is not one of the choices");
        String why = input.required("reason", reason, ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new DelegateTask(task.petition(), task.id(), Objects.requireNonNull(to), why, by), by);
    }

    private @Nullable OfficerId officer(@Nullable String given, Inbox.Task task, Input input) {
        String name = input.optional("officer", given, ContentCheck.SHORT);
        if (name == null) return null;
        OfficerId officer = new OfficerId(name);
        boolean may = directory.officer(officer).filter(one -> mayDo(one, task)).isPresent();
        if (!may) input.wrong("officer", "not-an-option", "is not one of the choices");
        return officer;
    }

    private static boolean mayDo(Directory.Officer officer, Inbox.Task task) {
        return officer.unit().equals(task.unit()) && officer.roles().contains(task.group());
    }
}
