package vn.caunoi.core.petition;

import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/** What people do with tasks. */
public sealed interface TaskCommand extends PetitionCommand {
    TaskId task();

    /** Refused: not open, held by another, not of the caller's unit and group. Claiming what one holds is no change. */
    record ClaimTask(@TargetAggregateIdentifier PetitionId petition, TaskId task, Actor by) implements TaskCommand {}

    record ReleaseTask(@TargetAggregateIdentifier PetitionId petition, TaskId task, Actor by) implements TaskCommand {}

    /** A head gives a task to somebody, or back to the group. */
    record ReassignTask(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            UnitId unit,
            @Nullable OfficerId to,
            Actor by) implements TaskCommand {}

    /**
     * Completes a task with one of its outcomes; a task nobody holds is claimed by it. The data is checked against the
     * task's form, the outcome's act against the law.
     */
    record CompleteTask(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            String outcome,
            Map<String, Object> data,
            Actor by)
            implements TaskCommand {}
}
