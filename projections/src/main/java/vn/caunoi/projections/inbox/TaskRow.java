package vn.caunoi.projections.inbox;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.projections.Tables;

/** A row of the table of tasks. */
record TaskRow(
        String id,
        String petition,
        String process,
        String key,
        int occurrence,
        String name,
        UnitId unit,
        String role,
        @Nullable OfficerId assignee,
        @Nullable Instant due,
        @Nullable String stage,
        String form,
        Instant opened,
        String state,
        @Nullable String outcome,
        @Nullable Instant ended,
        long version) {

    static TaskRow opened(TaskOpened e, String form, Instant at, long version) {
        return new TaskRow(
                e.task().value(),
                e.petition().value(),
                e.process(),
                e.key(),
                e.occurrence(),
                e.name(),
                e.unit(),
                e.group().name(),
                e.assignee(),
                e.due(),
                e.form().stage() == null ? null : e.form().stage().name(),
                form,
                at,
                "OPEN",
                null,
                null,
                version);
    }

    boolean isOpen() {
        return state.equals("OPEN");
    }

    TaskRow heldBy(UnitId of, @Nullable OfficerId officer) {
        return new TaskRow(
                id,
                petition,
                process,
                key,
                occurrence,
                name,
                of,
                role,
                officer,
                due,
                stage,
                form,
                opened,
                state,
                outcome,
                ended,
                version);
    }

    TaskRow due(@Nullable Instant moved) {
        return new TaskRow(
                id,
                petition,
                process,
                key,
                occurrence,
                name,
                unit,
                role,
                assignee,
                moved,
                stage,
                form,
                opened,
                state,
                outcome,
                ended,
                version);
    }

    TaskRow ended(String how, @Nullable String with, Instant at) {
        return new TaskRow(
                id,
                petition,
                process,
                key,
                occurrence,
                name,
                unit,
                role,
                assignee,
                due,
                stage,
                form,
                opened,
                how,
                with,
                at,
                version);
    }

    TaskRow at(long sequence) {
        return new TaskRow(
                id,
                petition,
                process,
                key,
                occurrence,
                name,
                unit,
                role,
                assignee,
                due,
                stage,
                form,
                opened,
                state,
                outcome,
                ended,
                sequence);
    }

    static TaskRow read(ResultSet row, int number) throws SQLException {
        String assignee = row.getString("assignee");
        return new TaskRow(
                row.getString("id"),
                row.getString("petition"),
                row.getString("process"),
                row.getString("key"),
                row.getInt("occurrence"),
                row.getString("name"),
                new UnitId(row.getString("unit")),
                row.getString("role"),
                assignee == null ? null : new OfficerId(assignee),
                Tables.finite(time(row, "due")),
                row.getString("stage"),
                row.getString("form"),
                Objects.requireNonNull(time(row, "opened")),
                row.getString("state"),
                row.getString("outcome"),
                time(row, "ended"),
                row.getLong("version"));
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            id,
            petition,
            process,
            key,
            occurrence,
            name,
            unit.value(),
            role,
            assignee == null ? null : assignee.value(),
            time(due == null ? Instant.MAX : due),
            stage,
            form,
            time(opened),
            state,
            outcome,
            time(ended),
            version
        };
    }
}
