package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.TaskCommand.*;
import vn.caunoi.core.petition.TaskEvent.*;
import vn.caunoi.core.vault.Sealed;

/** Who works on what: tasks opened, claimed, given on; and the case with them. */
final class TaskDesk {

    private final Petition petition;

    TaskDesk(Petition petition) {
        this.petition = petition;
    }

    void open(Report.OpenTask report) {
        if (petition.tasks.knows(report.task())) return;
        petition.record(new TaskOpened(
                petition.id,
                report.task(),
                report.process(),
                report.key(),
                report.occurrence(),
                report.name(),
                report.form(),
                unitOf(report),
                report.group(),
                report.toAssigned() ? petition.officer : null,
                petition.deadlines.earliest()));
    }

    /** Who holds it goes on, unless the step is for another group. */
    void carry(Report.CarryTask report) {
        Tasks.Open task = petition.tasks.open(report.task()).orElse(null);
        if (task == null || task.key().equals(report.key())) return;
        boolean otherGroup = task.group() != report.group();
        OfficerId holder = otherGroup ? (report.toAssigned() ? petition.officer : null) : task.holder();
        petition.record(new TaskCarriedOver(
                petition.id,
                report.task(),
                report.key(),
                report.occurrence(),
                report.name(),
                report.form(),
                report.group(),
                holder,
                Objects.equals(task.holder(), holder) ? null : task.holder()));
    }

    /** What a superior reviews is its own task, not that of the unit that settled it. */
    private UnitId unitOf(Report.OpenTask report) {
        Onward onward = petition.onward;
        if (onward == null || !report.key().equals(OnwardDesk.REVIEW)) return petition.unit;
        return onward.unit();
    }

    void cancel(Report.CancelTask report) {
        if (petition.tasks.open(report.task()).isEmpty()) return;
        petition.record(new TaskCancelled(petition.id, report.task(), report.cause()));
    }

    void claim(ClaimTask command) {
        Tasks.Open task = taskFor(command.task(), command.by());
        if (!task.isHeldBy(command.by().id())) claim(task, command.by());
    }

    void claim(Tasks.Open task, Actor by) {
        petition.record(new TaskClaimed(petition.id, task.task(), by.id()));
    }

    void release(ReleaseTask command) {
        Tasks.Open task = openTask(command.task());
        Petition.refuseIf(!task.isHeldBy(command.by().id()), Reason.TASK_NOT_HELD);
        petition.record(new TaskReleased(petition.id, task.task(), command.by().id()));
    }

    void reassign(ReassignTask command) {
        Tasks.Open task = openTask(command.task());
        Actor by = command.by();
        boolean mayGive = by.is(Role.HEAD) && by.covers(task.unit()) && by.covers(command.unit());
        Petition.refuseIf(!mayGive, Reason.NOT_ALLOWED);
        String reason = Words.required("reason", command.reason());
        mustNotBeAccused(command.to());
        give(task, command.unit(), command.to(), petition.seal(reason));
    }

    void delegate(DelegateTask command) {
        Tasks.Open task = openTask(command.task());
        Petition.refuseIf(!task.isHeldBy(command.by().id()), Reason.TASK_NOT_HELD);
        String reason = Words.required("reason", command.reason());
        mustNotBeAccused(command.to());
        give(task, task.unit(), command.to(), petition.seal(reason));
    }

    void standIn(TaskCommand.StandIn command) {
        Tasks.Open task = openTask(command.task());
        Actor by = command.by();
        boolean accused = petition.accused.contains(by.id());
        Petition.refuseIf(accused || !by.covers(task.unit()) || !by.is(task.group()), Reason.NOT_YOUR_TASK);
        Petition.refuseIf(petition.settledBefore.contains(by.id()), Reason.SETTLED_BEFORE);
        Petition.refuseIf(!task.isHeldBy(command.absent()), Reason.TASK_HELD_BY_ANOTHER);
        petition.record(new TaskReassigned(
                petition.id, task.task(), task.unit(), by.id(), command.absent(), null, command.absent()));
    }

    /** The case goes to another unit or officer. */
    void reassign(CaseCommand.Reassign command) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        petition.mustNotBeClosed();
        boolean same = petition.unit.equals(command.unit()) && Objects.equals(petition.officer, command.officer());
        Petition.refuseIf(same, Reason.NOTHING_TO_CORRECT);
        String reason = Words.required("reason", command.reason());
        assign(new IntakeEvent.PetitionAssigned(petition.id, command.unit(), command.officer(), petition.seal(reason)));
    }

    /** Nobody works on what is about them: what they held goes back to the group. */
    void nameAccused(DenunciationCommand.NameAccused command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        Petition.refuseIf(command.officers().equals(petition.accused), Reason.NOTHING_TO_CORRECT);
        petition.record(new DenunciationEvent.AccusedNamed(
                petition.id,
                command.officers().stream()
                        .sorted(Comparator.comparing(OfficerId::value))
                        .toList()));
        new Handlers(petition).dismissAccused();
        boolean conflict = petition.officer != null && petition.accused.contains(petition.officer);
        boolean moves = !command.unit().equals(petition.unit);
        if (moves || conflict) assign(new IntakeEvent.PetitionAssigned(petition.id, command.unit(), null, null));
        for (Tasks.Open task : List.copyOf(petition.tasks.all())) {
            if (task.holder() != null && petition.accused.contains(task.holder())) give(task, task.unit(), null, null);
        }
    }

    /**
     * The open work of the officer responsible goes along: what the former one held and what nobody held; where nobody
     * was responsible yet, all of it. Other tasks of the former unit go to the new one.
     */
    void assign(IntakeEvent.PetitionAssigned assigned) {
        OfficerId former = petition.officer;
        mustNotBeAccused(assigned.officer());
        petition.record(assigned);
        for (Tasks.Open task : List.copyOf(petition.tasks.all())) {
            if (goesAlong(task, former)) give(task, assigned.unit(), assigned.officer(), null);
            else if (!task.unit().equals(assigned.unit())) give(task, assigned.unit(), null, null);
        }
    }

    /** Whoever is responsible stays so, if they go along. */
    void assignAlong(CaseCommand.TakeOver command) {
        OfficerId responsible = petition.officer;
        boolean along = responsible != null && command.along().contains(responsible);
        petition.record(new IntakeEvent.PetitionAssigned(petition.id, command.to(), along ? responsible : null, null));
    }

    /** Whoever goes along keeps what they hold; the rest is for the new unit's group. Tasks of other units stay there. */
    void takeOver(CaseCommand.TakeOver command) {
        for (Tasks.Open task : List.copyOf(petition.tasks.all())) {
            if (!task.unit().equals(command.from())) continue;
            boolean along = task.holder() != null && command.along().contains(task.holder());
            give(task, command.to(), along ? task.holder() : null, null);
        }
    }

    /** Tasks but this one that count against another moment than before. */
    void moveDues(@Nullable TaskId but) {
        Instant due = petition.deadlines.earliest();
        for (Tasks.Open task : List.copyOf(petition.tasks.all())) {
            if (task.task().equals(but) || Objects.equals(task.due(), due)) continue;
            petition.record(new TaskDueMoved(petition.id, task.task(), due));
        }
    }

    /** The open task, if this officer may work on it. */
    Tasks.Open taskFor(TaskId id, Actor by) {
        Tasks.Open task = openTask(id);
        boolean accused = petition.accused.contains(by.id());
        Petition.refuseIf(accused || !by.covers(task.unit()) || !by.is(task.group()), Reason.NOT_YOUR_TASK);
        Petition.refuseIf(petition.settledBefore.contains(by.id()), Reason.SETTLED_BEFORE);
        Petition.refuseIf(task.holder() != null && !task.isHeldBy(by.id()), Reason.TASK_HELD_BY_ANOTHER);
        return task;
    }

    private void mustNotBeAccused(@Nullable OfficerId officer) {
        Petition.refuseIf(officer != null && petition.accused.contains(officer), Reason.ABOUT_THIS_OFFICER);
        Petition.refuseIf(officer != null && petition.settledBefore.contains(officer), Reason.SETTLED_BEFORE);
    }

    private static boolean goesAlong(Tasks.Open task, @Nullable OfficerId former) {
        if (task.group() != Role.OFFICER) return false;
        return former == null || task.holder() == null || task.isHeldBy(former);
    }

    private void give(Tasks.Open task, UnitId unit, @Nullable OfficerId to, @Nullable Sealed reason) {
        if (task.unit().equals(unit) && Objects.equals(task.holder(), to)) return;
        petition.record(new TaskReassigned(petition.id, task.task(), unit, to, task.holder(), reason));
    }

    private Tasks.Open openTask(TaskId id) {
        return petition.tasks.open(id).orElseThrow(() -> Refusal.because(Reason.TASK_NOT_OPEN));
    }
}
