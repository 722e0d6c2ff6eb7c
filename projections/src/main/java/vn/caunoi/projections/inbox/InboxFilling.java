package vn.caunoi.projections.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.core.petition.TaskEvent.TaskClaimed;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.petition.TaskEvent.TaskDueMoved;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskEvent.TaskReassigned;
import vn.caunoi.core.petition.TaskEvent.TaskReleased;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;
import vn.caunoi.projections.casefile.CaseRecord;

/** Writes the inbox. */
final class InboxFilling implements ReadModel.Filling {
    private static final Target TASK = Target.of(
            "task",
            "id",
            "id petition process key occurrence name unit role assignee due stage form opened state outcome ended version",
            "unit assignee due state outcome ended version");
    private static final Target CASE = Target.of(
            "task_case",
            "petition",
            "petition code kind subject stage unit accepted version",
            "kind subject stage unit accepted version");

    private final Tables tables;
    private final CaseRecord record;
    private final Pending<TaskId, TaskRow> tasks;
    private final Pending<PetitionId, CaseRow> cases;
    private final Counted counted = new Counted();
    private final Map<String, String> forms = new TreeMap<>();

    InboxFilling(Tables tables, CaseRecord record) {
        this.tables = tables;
        this.record = record;
        this.tasks = new Pending<>(this::readTasks, this::saveTasks, tables.remembered());
        this.cases = new Pending<>(this::readCases, this::saveCases, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        cases.expect(event.petition());
        if (event instanceof TaskEvent moved) tasks.expect(moved.task());
    }

    @Override
    public void expectFirst(PetitionEvent event) {
        cases.expectNew(event.petition());
    }

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof PetitionEvent event)) return;
        CaseRow before = cases.get(event.petition());
        if (before == null || recorded.sequence() > before.version()) {
            CaseRow after = CaseRow.after(before, event, recorded.sequence(), record);
            if (after != null && !after.equals(before)) cases.put(event.petition(), after);
        }
        if (event instanceof TaskEvent moved) take(moved, recorded);
    }

    private void take(TaskEvent event, Happened<?> recorded) {
        TaskRow row = tasks.get(event.task());
        if (event instanceof TaskOpened opened) {
            if (row == null) put(null, open(opened, recorded));
        } else if (row != null && recorded.sequence() > row.version()) {
            put(row, moved(row, event, recorded));
        }
    }

    private void put(@Nullable TaskRow before, TaskRow after) {
        tasks.put(new TaskId(after.id()), after);
        counted.moved(before, after);
    }

    private TaskRow open(TaskOpened event, Happened<?> recorded) {
        String form = FormJson.write(event.form());
        String hash = FormJson.hash(form);
        forms.put(hash, form);
        return TaskRow.opened(event, hash, recorded.at(), recorded.sequence());
    }

    private static TaskRow moved(TaskRow row, TaskEvent event, Happened<?> recorded) {
        TaskRow at = row.at(recorded.sequence());
        return switch (event) {
            case TaskOpened e -> at;
            case TaskClaimed e -> at.heldBy(row.unit(), e.by());
            case TaskReleased e -> at.heldBy(row.unit(), null);
            case TaskReassigned e -> at.heldBy(e.unit(), e.to());
            case TaskDueMoved e -> at.due(e.due());
            case TaskCompleted e -> at.heldBy(row.unit(), e.by()).ended("DONE", e.outcome(), recorded.at());
            case TaskCancelled e -> at.ended("CANCELLED", null, recorded.at());
        };
    }

    @Override
    public void flush() {
        tables.write(
                "insert into views.task_form (hash, form) values (?, ?::jsonb) on conflict do nothing",
                forms.entrySet(),
                form -> new @Nullable Object[] {form.getKey(), form.getValue()});
        forms.clear();
        tasks.flush();
        counted.flush(tables);
        cases.flush();
    }

    private Map<TaskId, TaskRow> readTasks(Collection<TaskId> ids) {
        List<String> keys = ids.stream().map(TaskId::value).toList();
        return tables.all("select * from views.task where id = any(?)", TaskRow::read, keys).stream()
                .collect(Collectors.toMap(row -> new TaskId(row.id()), Function.identity()));
    }

    private Map<PetitionId, CaseRow> readCases(Collection<PetitionId> ids) {
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        return tables.all("select * from views.task_case where petition = any(?)", CaseRow::read, keys).stream()
                .collect(Collectors.toMap(row -> new PetitionId(row.petition()), Function.identity()));
    }

    private void saveTasks(Collection<TaskRow> rows) {
        tables.save(TASK, rows, TaskRow::values);
    }

    private void saveCases(Collection<CaseRow> rows) {
        tables.save(CASE, rows, CaseRow::values);
    }
}
