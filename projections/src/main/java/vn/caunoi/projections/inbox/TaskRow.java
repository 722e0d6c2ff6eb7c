package vn.caunoi.projections.inbox;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskClaimed;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.petition.TaskEvent.TaskDated;
import vn.caunoi.core.petition.TaskEvent.TaskDueMoved;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskEvent.TaskPutToSleep;
import vn.caunoi.core.petition.TaskEvent.TaskReassigned;
import vn.caunoi.core.petition.TaskEvent.TaskReleased;
import vn.caunoi.core.petition.TaskEvent.TaskWoken;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.TaskPlan;

/**
 * A task as its events leave it. The table has it while it is open.
 *
 * @param due its legal moment
 * @param form hash of its form
 * @param plan what its people planned
 * @param version sequence of the event it follows from
 */
record TaskRow(
        String id,
        String petition,
        String process,
        String key,
        String name,
        UnitId unit,
        String role,
        @Nullable OfficerId assignee,
        @Nullable Instant due,
        String form,
        Inbox.State state,
        @Nullable String outcome,
        @Nullable Instant ended,
        TaskPlan plan,
        long version) {

    /** The columns that {@link #read} reads. */
    static final String COLUMNS =
            "t.id, t.petition, t.process, t.key, t.name, t.unit, t.role, t.assignee, t.due, t.form, t.version,"
                    + " t.legal, t.own, t.asleep, t.awaited, t.woken";

    private static final UnitId NOWHERE = new UnitId("nowhere");

    static TaskRow opened(TaskOpened e, String form, long version) {
        return new TaskRow(
                e.task().value(),
                e.petition().value(),
                e.process(),
                e.key(),
                e.name(),
                e.unit(),
                e.group().name(),
                e.assignee(),
                e.due(),
                form,
                Inbox.State.OPEN,
                null,
                null,
                TaskPlan.NONE,
                version);
    }

    /** Nothing more is kept of it; all else is told from the record. */
    static TaskRow ended(String id, String petition) {
        return new TaskRow(
                id,
                petition,
                "",
                "",
                "",
                NOWHERE,
                "",
                null,
                null,
                "",
                Inbox.State.DONE,
                null,
                null,
                TaskPlan.NONE,
                Long.MAX_VALUE);
    }

    boolean isOpen() {
        return state == Inbox.State.OPEN;
    }

    TaskRow after(TaskEvent event, Instant at, long sequence) {
        return switch (event) {
            case TaskOpened e -> heldBy(unit, assignee, sequence);
            case TaskCarriedOver e -> carried(e, form, sequence);
            case TaskClaimed e -> heldBy(unit, e.by(), sequence);
            case TaskReleased e -> heldBy(unit, null, sequence);
            case TaskReassigned e -> heldBy(e.unit(), e.to(), sequence);
            case TaskPutToSleep e -> planned(plan.asleep(e.until(), e.awaited()), sequence);
            case TaskWoken e -> planned(plan.woken(e.cause()), sequence);
            case TaskDated e -> planned(plan.dated(e.day()), sequence);
            case TaskDueMoved e -> due(e.due(), sequence);
            case TaskCompleted e -> ended(Inbox.State.DONE, e.by(), e.outcome(), at, sequence);
            case TaskCancelled e -> ended(Inbox.State.CANCELLED, assignee, null, at, sequence);
        };
    }

    /** It belongs to another step, with another form. */
    TaskRow carried(TaskCarriedOver e, String newForm, long sequence) {
        return new TaskRow(
                        id,
                        petition,
                        process,
                        e.key(),
                        e.name(),
                        unit,
                        e.group().name(),
                        assignee,
                        due,
                        newForm,
                        state,
                        outcome,
                        ended,
                        plan,
                        sequence)
                .heldBy(unit, e.assignee(), sequence);
    }

    private TaskRow heldBy(UnitId of, @Nullable OfficerId officer, long sequence) {
        TaskPlan kept = Objects.equals(officer, assignee) ? plan : plan.awake();
        return new TaskRow(
                id, petition, process, key, name, of, role, officer, due, form, state, outcome, ended, kept, sequence);
    }

    private TaskRow planned(TaskPlan now, long sequence) {
        return new TaskRow(
                id, petition, process, key, name, unit, role, assignee, due, form, state, outcome, ended, now,
                sequence);
    }

    private TaskRow due(@Nullable Instant moved, long sequence) {
        return new TaskRow(
                id, petition, process, key, name, unit, role, assignee, moved, form, state, outcome, ended, plan,
                sequence);
    }

    private TaskRow ended(Inbox.State how, @Nullable OfficerId by, @Nullable String with, Instant at, long sequence) {
        return new TaskRow(
                id, petition, process, key, name, unit, role, by, due, form, how, with, at, TaskPlan.NONE, sequence);
    }

    static TaskRow read(ResultSet row, int number) throws SQLException {
        String assignee = row.getString("assignee");
        Instant legal = time(row, "legal");
        return new TaskRow(
                row.getString("id"),
                row.getString("petition"),
                row.getString("process"),
                row.getString("key"),
                row.getString("name"),
                new UnitId(row.getString("unit")),
                row.getString("role"),
                assignee == null ? null : new OfficerId(assignee),
                Tables.finite(legal == null ? time(row, "due") : legal),
                row.getString("form"),
                Inbox.State.OPEN,
                null,
                null,
                TaskPlan.read(row),
                row.getLong("version"));
    }

    /** Which task it is, and what can change while it is open. */
    @Nullable Object[] moved() {
        return new @Nullable Object[] {
            id,
            unit.value(),
            assignee == null ? null : assignee.value(),
            order(),
            version,
            legal(),
            plan.own(),
            time(plan.asleep()),
            name(plan.awaited()),
            name(plan.woken())
        };
    }

    /** Which task it is, and the step that it belongs to. */
    Object[] carried() {
        return new Object[] {id, key, name, role, form};
    }

    /** The earlier of its legal moment and the end of its own day: what lists are in the order of. */
    private Object order() {
        Instant own = plan.ownMoment();
        Instant at = due == null ? Instant.MAX : due;
        return Objects.requireNonNull(time(own != null && own.isBefore(at) ? own : at));
    }

    /** Null where it is what lists are in the order of, as of nearly all. */
    private @Nullable Object legal() {
        Instant own = plan.ownMoment();
        if (own == null || due != null && !own.isBefore(due)) return null;
        return time(due == null ? Instant.MAX : due);
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** With what a list shows of its case. */
    @Nullable Object[] values(CaseRow of) {
        return new @Nullable Object[] {
            id,
            petition,
            process,
            key,
            name,
            unit.value(),
            role,
            assignee == null ? null : assignee.value(),
            order(),
            form,
            version,
            of.code(),
            of.kind() == null ? null : of.kind().name(),
            of.subject(),
            of.stage().name(),
            of.answerBy(),
            legal(),
            plan.own(),
            time(plan.asleep()),
            name(plan.awaited()),
            name(plan.woken())
        };
    }
}
