package vn.caunoi.core.petition;

import java.time.LocalDate;
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

    /**
     * A head takes a task from whoever holds it and gives it to somebody, or back to the group. The petition knows no
     * officers: whether the one who is to do it may is for the caller to see to. Giving it to who holds it is no change.
     */
    record ReassignTask(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            UnitId unit,
            @Nullable OfficerId to,
            String reason,
            Actor by)
            implements TaskCommand {}

    /**
     * A deputy takes over what somebody who is away holds, of the deputy's own unit and group. The petition knows no
     * officers: whether the one is the deputy of the other that day is for the caller to see to.
     */
    record StandIn(@TargetAggregateIdentifier PetitionId petition, TaskId task, OfficerId absent, Actor by)
            implements TaskCommand {}

    /**
     * Whoever holds a task gives it to a colleague. The petition knows no officers: whether the colleague may do it is
     * for the caller to see to.
     */
    record DelegateTask(
            @TargetAggregateIdentifier PetitionId petition, TaskId task, OfficerId to, String reason, Actor by)
            implements TaskCommand {}

    /**
     * Whoever holds a task puts it out of their list. It is awake again {@link Sleep#DAYS_AHEAD} working days before its
     * legal moment, which does not move.
     *
     * @param until the day on whose morning it wakes; null: as late as may be
     * @param awaited whose coming wakes it before; null: nothing but the day does
     */
    record PutToSleep(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            @Nullable LocalDate until,
            @Nullable Awaited awaited,
            Actor by)
            implements TaskCommand {}

    record WakeTask(@TargetAggregateIdentifier PetitionId petition, TaskId task, Actor by) implements TaskCommand {}

    /**
     * Gives a task a day of its own, by which its holder or a head wants it done; not after its legal moment.
     *
     * @param day null: none any more
     */
    record DateTask(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            @Nullable LocalDate day,
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
