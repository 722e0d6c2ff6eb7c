package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
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
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.OpenTask;

/** The open tasks, and who worked on the case. */
final class TaskFold {
    private TaskFold() {}

    static void apply(CaseDraft file, TaskEvent event, Happened<?> r) {
        switch (event) {
            case TaskOpened e -> {
                file.tasks = plus(file.tasks, opened(e, r));
                worked(file, e.assignee());
            }
            case TaskCarriedOver e -> {
                change(file, e.task(), task -> task.at(e));
                worked(file, e.assignee());
            }
            case TaskClaimed e -> {
                change(file, e.task(), task -> task.heldBy(task.unit(), e.by()));
                worked(file, e.by());
            }
            case TaskReleased e -> change(file, e.task(), task -> task.heldBy(task.unit(), null));
            case TaskReassigned e -> {
                change(file, e.task(), task -> task.heldBy(e.unit(), e.to()));
                worked(file, e.to());
            }
            case TaskDueMoved e -> change(file, e.task(), task -> task.due(e.due()));
            case TaskPutToSleep e -> change(file, e.task(), task -> task.asleep(e.until(), e.awaited()));
            case TaskWoken e -> change(file, e.task(), task -> task.asleep(null, null));
            case TaskDated e -> change(file, e.task(), task -> task.dated(e.day()));
            case TaskCompleted e -> {
                drop(file, e.task());
                worked(file, e.by());
            }
            case TaskCancelled e -> drop(file, e.task());
        }
    }

    private static OpenTask opened(TaskOpened e, Happened<?> r) {
        return new OpenTask(
                e.task(),
                e.process(),
                e.key(),
                e.name(),
                e.form().id(),
                e.unit(),
                e.group(),
                e.assignee(),
                e.due(),
                r.at(),
                null,
                null,
                null);
    }

    private static void change(CaseDraft file, TaskId id, UnaryOperator<OpenTask> to) {
        file.tasks = file.tasks.stream()
                .map(task -> task.id().equals(id) ? to.apply(task) : task)
                .toList();
    }

    private static void drop(CaseDraft file, TaskId id) {
        file.tasks = file.tasks.stream().filter(task -> !task.id().equals(id)).toList();
    }

    private static void worked(CaseDraft file, @Nullable OfficerId officer) {
        if (officer == null || file.worked.contains(officer)) return;
        file.worked = plus(file.worked, officer);
    }
}
