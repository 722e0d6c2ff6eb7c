package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/** The life of a user task. */
public sealed interface TaskEvent extends PetitionEvent {
    TaskId task();

    /**
     * @param process key of the process
     * @param key activity id in the diagram
     * @param occurrence how often this activity was reached, from 1
     * @param name as in the diagram
     * @param form the form whole, so that the task can be judged for all time
     * @param assignee set when the task is for one officer from the start
     * @param due last legal moment of the deadline the task works on
     */
    @StoredAs("task.opened")
    record TaskOpened(
            PetitionId petition,
            TaskId task,
            String process,
            String key,
            int occurrence,
            String name,
            Form form,
            UnitId unit,
            Role group,
            @Nullable OfficerId assignee,
            @Nullable Instant due)
            implements TaskEvent {}

    /**
     * The process follows another version, in which the work that is open is another step: the task stays, with whoever
     * holds it and what they have written, and is answered by the form of the new step.
     *
     * @param key activity id in the new version
     * @param occurrence how often that activity was reached, from 1
     * @param assignee who holds it now; nobody where the new step is for another group
     * @param former who held it until then and does not any more; was not written down at first
     */
    @StoredAs("task.carried-over")
    record TaskCarriedOver(
            PetitionId petition,
            TaskId task,
            String key,
            int occurrence,
            String name,
            Form form,
            Role group,
            @Nullable OfficerId assignee,
            @Nullable OfficerId former)
            implements TaskEvent {}

    @StoredAs("task.claimed")
    record TaskClaimed(PetitionId petition, TaskId task, OfficerId by) implements TaskEvent {}

    @StoredAs("task.released")
    record TaskReleased(PetitionId petition, TaskId task, OfficerId by) implements TaskEvent {}

    /**
     * Given to an officer, or back to the group. Who gave it is told by the record itself.
     *
     * @param former who held it until then; was not written down at first
     * @param standsFor whom {@code to} stands in for while they are away; was not written down at first
     * @param reason why; null where it went along with its case, whose own event tells
     */
    @StoredAs("task.reassigned")
    record TaskReassigned(
            PetitionId petition,
            TaskId task,
            UnitId unit,
            @Nullable OfficerId to,
            @Nullable OfficerId former,
            @Nullable Sealed reason,
            @Nullable OfficerId standsFor)
            implements TaskEvent {

        public TaskReassigned(
                PetitionId petition,
                TaskId task,
                UnitId unit,
                @Nullable OfficerId to,
                @Nullable OfficerId former,
                @Nullable Sealed reason) {
            this(petition, task, unit, to, former, reason, null);
        }
    }

    /** Work of one task now counts against another moment. */
    @StoredAs("task.due-moved")
    record TaskDueMoved(
            PetitionId petition, TaskId task, @Nullable Instant due) implements TaskEvent {}

    /**
     * Out of the list of who holds it, until a moment or until what it waits for has come. It is a fact of the work on
     * the case that a supervisor may see; the legal moment stands.
     *
     * @param until when it wakes by itself
     * @param awaited what wakes it before that; null when only the day does
     */
    @StoredAs("task.put-to-sleep")
    record TaskPutToSleep(
            PetitionId petition,
            TaskId task,
            Instant until,
            @Nullable Awaited awaited,
            OfficerId by) implements TaskEvent {}

    @StoredAs("task.woken")
    record TaskWoken(PetitionId petition, TaskId task, Waking cause) implements TaskEvent {}

    /**
     * A day of its own, by which its holder or a head wants it done.
     *
     * @param day null when it has none any more
     */
    @StoredAs("task.dated")
    record TaskDated(
            PetitionId petition, TaskId task, @Nullable LocalDate day, OfficerId by) implements TaskEvent {}

    /** @param standsFor whom {@code by} stood in for while they were away; was not written down at first */
    @StoredAs("task.completed")
    record TaskCompleted(
            PetitionId petition,
            TaskId task,
            String key,
            String outcome,
            SealedData data,
            OfficerId by,
            @Nullable OfficerId standsFor)
            implements TaskEvent {

        public TaskCompleted(
                PetitionId petition, TaskId task, String key, String outcome, SealedData data, OfficerId by) {
            this(petition, task, key, outcome, data, by, null);
        }
    }

    @StoredAs("task.cancelled")
    record TaskCancelled(PetitionId petition, TaskId task, String cause) implements TaskEvent {}
}
