package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.petition.TaskEvent.*;

/**
 * The tasks of a petition.
 *
 * @param open by id, in the order they were opened
 * @param known ids of all there ever were, so that a report sent again is recognised
 */
record Tasks(Map<String, Open> open, Set<String> known) {

    static final Tasks NONE = new Tasks(Map.of(), Set.of());

    /**
     * @param holder who has claimed it or was given it; {@code standsFor} for whom, when it is somebody's deputy
     * @param own the day by which its holder or a head wants it done
     */
    record Open(
            TaskId task,
            String process,
            String key,
            Form form,
            UnitId unit,
            Role group,
            @Nullable OfficerId holder,
            @Nullable Instant due,
            @Nullable OfficerId standsFor,
            @Nullable LocalDate own,
            @Nullable Sleep sleep) {

        boolean isBeside() {
            return Course.isBeside(process);
        }

        boolean isHeldBy(OfficerId officer) {
            return officer.equals(holder);
        }

        private Open heldBy(@Nullable OfficerId officer) {
            return new Open(
                    task,
                    process,
                    key,
                    form,
                    unit,
                    group,
                    officer,
                    due,
                    null,
                    own,
                    officer != null && officer.equals(holder) ? sleep : null);
        }

        private Open at(TaskCarriedOver e) {
            boolean stays = e.assignee() != null && e.assignee().equals(holder);
            return new Open(
                    task,
                    process,
                    e.key(),
                    e.form(),
                    unit,
                    e.group(),
                    e.assignee(),
                    due,
                    stays ? standsFor : null,
                    own,
                    stays ? sleep : null);
        }

        private Open movedTo(UnitId newUnit, @Nullable OfficerId officer, @Nullable OfficerId away) {
            return new Open(task, process, key, form, newUnit, group, officer, due, away, own, null);
        }

        private Open dueAt(@Nullable Instant moment) {
            return new Open(task, process, key, form, unit, group, holder, moment, standsFor, own, sleep);
        }

        private Open dated(@Nullable LocalDate day) {
            return new Open(task, process, key, form, unit, group, holder, due, standsFor, day, sleep);
        }

        private Open asleep(@Nullable Sleep now) {
            return new Open(task, process, key, form, unit, group, holder, due, standsFor, own, now);
        }
    }

    Tasks after(TaskEvent event) {
        return switch (event) {
            case TaskOpened e -> opened(e);
            case TaskCarriedOver e -> changed(e, task -> task.at(e));
            case TaskClaimed e -> changed(e, task -> task.heldBy(e.by()));
            case TaskReleased e -> changed(e, task -> task.heldBy(null));
            case TaskReassigned e -> changed(e, task -> task.movedTo(e.unit(), e.to(), e.standsFor()));
            case TaskDueMoved e -> changed(e, task -> task.dueAt(e.due()));
            case TaskPutToSleep e -> changed(e, task -> task.asleep(new Sleep(e.until(), e.awaited(), task.due())));
            case TaskWoken e -> changed(e, task -> task.asleep(null));
            case TaskDated e -> changed(e, task -> task.dated(e.day()));
            case TaskCompleted e -> without(e.task());
            case TaskCancelled e -> without(e.task());
        };
    }

    Optional<Open> open(TaskId task) {
        return Optional.ofNullable(open.get(task.value()));
    }

    Optional<Open> atStep(String key) {
        return open.values().stream().filter(task -> task.key().equals(key)).findFirst();
    }

    Collection<Open> all() {
        return open.values();
    }

    boolean anyAsleep() {
        for (Open task : open.values()) if (task.sleep() != null) return true;
        return false;
    }

    boolean knows(TaskId task) {
        return known.contains(task.value());
    }

    private Tasks opened(TaskOpened e) {
        var ids = new LinkedHashSet<>(known);
        ids.add(e.task().value());
        var more = new LinkedHashMap<>(open);
        more.put(
                e.task().value(),
                new Open(
                        e.task(),
                        e.process(),
                        e.key(),
                        e.form(),
                        e.unit(),
                        e.group(),
                        e.assignee(),
                        e.due(),
                        null,
                        null,
                        null));
        return new Tasks(more, ids);
    }

    private Tasks changed(TaskEvent event, UnaryOperator<Open> change) {
        var tasks = new LinkedHashMap<>(open);
        tasks.computeIfPresent(event.task().value(), (id, task) -> change.apply(task));
        return new Tasks(tasks, known);
    }

    private Tasks without(TaskId task) {
        var fewer = new LinkedHashMap<>(open);
        fewer.remove(task.value());
        return new Tasks(fewer, known);
    }
}
