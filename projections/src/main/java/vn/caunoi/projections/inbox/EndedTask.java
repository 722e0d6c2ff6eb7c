package vn.caunoi.projections.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Happened;

/** A task that ended, told from the record of its petition. */
final class EndedTask {
    private @Nullable TaskRow row;
    private @Nullable Form form;
    private String code = "";

    private EndedTask() {}

    static Optional<Inbox.Task> told(List<Happened<PetitionEvent>> record, TaskId id, Instant now) {
        EndedTask task = new EndedTask();
        record.forEach(happened -> task.take(happened, id));
        if (task.row == null || task.form == null) return Optional.empty();
        return Optional.of(InboxQuery.task(task.row, task.code, task.form, now));
    }

    private void take(Happened<PetitionEvent> happened, TaskId id) {
        if (happened.event() instanceof PetitionReceived received) code = received.code();
        if (!(happened.event() instanceof TaskEvent event) || !event.task().equals(id)) return;
        if (event instanceof TaskOpened opened) {
            form = opened.form();
            row = TaskRow.opened(opened, "", happened.sequence());
        } else if (row != null && row.isOpen()) {
            if (event instanceof TaskCarriedOver over) form = over.form();
            row = row.after(event, happened.at(), happened.sequence());
        }
    }
}
