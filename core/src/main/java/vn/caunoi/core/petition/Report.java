package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;

/**
 * What the driver and its actions report. Never refused; only the orders of people ({@link RetryIncident},
 * {@link SkipIncident}, {@link OrderMigration}) are judged. What the petition knows already is not recorded again: a task by its id for ever, a
 * process while it runs, a timer while it is set, an escalation while its deadline stands; a notice by its
 * id. A report goes in the transaction of the move it tells of, so none is sent twice; who builds the engine again
 * from events must leave out those of what was recorded already.
 */
public sealed interface Report extends PetitionCommand {

    /** @param toAssigned the task is for the officer the petition is assigned to, if there is one */
    record OpenTask(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            String process,
            String key,
            int occurrence,
            String name,
            Form form,
            Role group,
            boolean toAssigned)
            implements Report {}

    /** The open task is that of another step from here on, because its process follows another version. */
    record CarryTask(
            @TargetAggregateIdentifier PetitionId petition,
            TaskId task,
            String key,
            int occurrence,
            String name,
            Form form,
            Role group,
            boolean toAssigned)
            implements Report {}

    record CancelTask(@TargetAggregateIdentifier PetitionId petition, TaskId task, String cause) implements Report {}

    record StartedProcess(@TargetAggregateIdentifier PetitionId petition, String process, int version)
            implements Report {}

    record EndedProcess(
            @TargetAggregateIdentifier PetitionId petition,
            String process,
            @Nullable String end) implements Report {}

    record SetTimer(
            @TargetAggregateIdentifier PetitionId petition, String timer, String process, String activity, Instant due)
            implements Report {}

    /** From the sweeper; nothing happens when the timer is not set. */
    record FireTimer(@TargetAggregateIdentifier PetitionId petition, String timer) implements Report {}

    record CancelTimer(@TargetAggregateIdentifier PetitionId petition, String timer) implements Report {}

    /** @param mapping as it was ordered */
    record MigratedProcess(
            @TargetAggregateIdentifier PetitionId petition,
            String process,
            int from,
            int to,
            Map<String, String> mapping)
            implements Report {

        /** Each step to the one of the same id. */
        public MigratedProcess(PetitionId petition, String process, int from, int to) {
            this(petition, process, from, to, Map.of());
        }
    }

    /** An action of a diagram closes the case. */
    record CloseCase(@TargetAggregateIdentifier PetitionId petition, ClosingGround ground) implements Report {}

    /**
     * An action of a diagram gives the case to the unit the routing table names, while nobody is responsible for it.
     *
     * @param route row and version of the table
     */
    record RouteByRule(@TargetAggregateIdentifier PetitionId petition, UnitId unit, String route) implements Report {}

    /** An action of a diagram says how long it is waited for what the petitioner is to add. */
    record LimitSupplement(@TargetAggregateIdentifier PetitionId petition, DeadlineRule rule) implements Report {}

    /** An action of a diagram escalates. */
    record EscalateByRule(
            @TargetAggregateIdentifier PetitionId petition,
            int level,
            UnitId unit,
            String cause,
            @Nullable String stage)
            implements Report {}

    /** @param notice id of it, the same when the same event moves the process again */
    record RequestNotice(@TargetAggregateIdentifier PetitionId petition, String notice, String template, String to)
            implements Report {}

    record OpenIncident(
            @TargetAggregateIdentifier PetitionId petition,
            long sequence,
            String event,
            @Nullable String process,
            @Nullable String activity,
            String cause)
            implements Report {}

    record RetryIncident(@TargetAggregateIdentifier PetitionId petition, int incident, Actor by) implements Report {}

    record SkipIncident(@TargetAggregateIdentifier PetitionId petition, int incident, String reason, Actor by)
            implements Report {}

    /** A designer lets the case follow another version; an incident that is open is tried again under it. */
    record OrderMigration(
            @TargetAggregateIdentifier PetitionId petition,
            String process,
            int from,
            int to,
            Map<String, String> mapping,
            @Nullable String batch,
            Actor by)
            implements Report {

        /** Each step to the one of the same id. */
        public OrderMigration(PetitionId petition, String process, int from, int to, Actor by) {
            this(petition, process, from, to, Map.of(), null, by);
        }
    }
}
