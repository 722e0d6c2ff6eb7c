package vn.caunoi.projections.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
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
            "id petition process key name unit role assignee due::timestamptz form version::bigint code kind subject"
                    + " case_stage urged::date legal::timestamptz own::date asleep::timestamptz awaited woken",
            "");
    private static final int MOST_FORMS = 500;
    private static final Target ENDED = Target.of("task_ended", "id", "id petition", "");
    private static final Target MOVED = Target.of(
            "task",
            "id",
            "id unit assignee due::timestamptz version::bigint legal::timestamptz own::date asleep::timestamptz"
                    + " awaited woken",
            "unit assignee due version legal own asleep awaited woken");

    private static final Target CARRIED = Target.of("task", "id", "id key name role form", "key name role form");

    private final Tables tables;
    private final Pending<TaskId, TaskRow> tasks;
    private final ShownCases cases;
    private final Counted counted = new Counted();
    private final Set<String> carried = new HashSet<>();
    private final Map<String, String> forms = new TreeMap<>();
    private final Map<Form, String> knownForms = new HashMap<>();

    InboxFilling(Tables tables, CaseRecord record) {
        this.tables = tables;
        this.tasks = new Pending<>(this::readTasks, this::saveTasks, tables.remembered());
        this.cases = new ShownCases(tables, record);
    }

    @Override
    public void expect(PetitionEvent event) {
        if (event instanceof TaskEvent moved) tasks.expect(moved.task());
    }

    /** A task is opened once. */
    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof TaskOpened opened) tasks.expectNew(opened.task());
    }

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof PetitionEvent event)) return;
        cases.take(event, recorded.sequence());
        if (event instanceof TaskEvent moved) take(moved, recorded);
    }

    private void take(TaskEvent event, Happened<?> recorded) {
        TaskRow row = tasks.get(event.task());
        if (event instanceof TaskOpened opened) {
            if (row == null) put(null, open(opened, recorded));
        } else if (row != null
                && event instanceof TaskCarriedOver over
                && row.isOpen()
                && recorded.sequence() > row.version()) {
            carried.add(row.id());
            put(row, row.carried(over, knownForms.computeIfAbsent(over.form(), this::written), recorded.sequence()));
        } else if (row != null && row.isOpen() && recorded.sequence() > row.version()) {
            put(row, row.after(event, recorded.at(), recorded.sequence()));
        }
    }

    private void put(@Nullable TaskRow before, TaskRow after) {
        tasks.put(new TaskId(after.id()), after);
        counted.moved(before, after);
    }

    private TaskRow open(TaskOpened event, Happened<?> recorded) {
        String hash = knownForms.computeIfAbsent(event.form(), this::written);
        return TaskRow.opened(event, hash, recorded.sequence());
    }

    private String written(Form form) {
        String json = FormJson.write(form);
        String hash = FormJson.hash(json);
        forms.put(hash, json);
        return hash;
    }

    @Override
    public void flush() {
        saveForms();
        if (knownForms.size() > MOST_FORMS) knownForms.clear();
        tasks.flush();
        counted.flush(tables);
        cases.flush();
    }

    /** One that ended is known by its id alone, so that it is not opened again. */
    private Map<TaskId, TaskRow> readTasks(Collection<TaskId> ids) {
        List<String> keys = ids.stream().map(TaskId::value).toList();
        List<TaskRow> open =
                tables.all("select " + TaskRow.COLUMNS + " from views.task t where t.id = any(?)", TaskRow::read, keys);
        List<TaskRow> ended = open.size() == keys.size()
                ? List.of()
                : tables.all(
                        "select id, petition from views.task_ended where id = any(?)",
                        (row, n) -> TaskRow.ended(row.getString("id"), row.getString("petition")),
                        keys);
        return Stream.concat(open.stream(), ended.stream())
                .collect(Collectors.toMap(row -> new TaskId(row.id()), Function.identity()));
    }

    /** Several fillings of a rebuild may come upon the same one. */
    private void saveForms() {
        if (forms.isEmpty()) return;
        tables.update(
                "insert into views.task_form (hash, form) select * from unnest(?::text[], ?::jsonb[])"
                        + " on conflict do nothing",
                forms.keySet().toArray(String[]::new),
                forms.values().toArray(String[]::new));
        forms.clear();
    }

    private void saveTasks(Collection<TaskRow> begun, Collection<TaskRow> changed) {
        tables.begin(TASK, open(begun), task -> task.values(cases.of(new PetitionId(task.petition()))));
        tables.change(MOVED, open(changed), TaskRow::moved);
        tables.change(
                CARRIED,
                open(changed).stream().filter(row -> carried.contains(row.id())).toList(),
                TaskRow::carried);
        carried.clear();
        List<TaskRow> ended = ended(Stream.concat(begun.stream(), changed.stream()));
        tables.begin(ENDED, ended, task -> new @Nullable Object[] {task.id(), task.petition()});
        List<TaskRow> gone = ended(changed.stream());
        if (!gone.isEmpty())
            tables.update("delete from views.task where id = any(?)", (Object)
                    gone.stream().map(TaskRow::id).toArray(String[]::new));
    }

    private static List<TaskRow> open(Collection<TaskRow> rows) {
        return rows.stream().filter(TaskRow::isOpen).toList();
    }

    private static List<TaskRow> ended(Stream<TaskRow> rows) {
        return rows.filter(row -> !row.isOpen()).toList();
    }
}
