package vn.caunoi.api.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.officer.FormView;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.TaskId;

/**
 * The form of a task on a page: all its outcomes, with what was typed. Inputs are named {@code outcome.field}, so that
 * nothing typed for one outcome is lost by looking at another.
 */
final class TaskForm {

    private static final int LENGTH_OF_LOCAL = "2026-11-18T09:00".length();

    /** One outcome with its questions. */
    record Way(String id, String label, boolean chosen, List<Question> questions) {}

    private final FormView form;
    private final Map<String, String> typed;
    private final Map<String, String> wrong;
    private final @Nullable Instant keptAt;

    private TaskForm(FormView form, Map<String, String> typed, Map<String, String> wrong, @Nullable Instant keptAt) {
        this.form = form;
        this.typed = typed;
        this.wrong = wrong;
        this.keptAt = keptAt;
    }

    /** @param values by field id, as they are proposed for every outcome that asks for them */
    static TaskForm known(FormView form, Map<String, String> values) {
        Map<String, String> proposed = new HashMap<>();
        form.outcomes().forEach(way -> way.fields().stream()
                .map(FormView.Ask::id)
                .filter(values::containsKey)
                .forEach(field -> proposed.put(way.id() + "." + field, values.get(field))));
        return new TaskForm(form, proposed, Map.of(), null);
    }

    /** As the reader left it; what was proposed stands where nothing was typed. A box that was left is not ticked. */
    TaskForm with(Draft draft) {
        Map<String, String> both = new HashMap<>(typed);
        form.outcomes().forEach(way -> way.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .forEach(field -> both.remove(way.id() + "." + field.id())));
        both.putAll(draft.typed());
        return new TaskForm(form, both, wrong, draft.keptAt());
    }

    /** When what is shown was kept; null when it is no draft. */
    public @Nullable Instant keptAt() {
        return keptAt;
    }

    /** @param wrong messages by field id of the chosen outcome */
    static TaskForm typed(FormView form, Map<String, String> typed, Map<String, String> wrong) {
        return new TaskForm(form, typed, wrong, null);
    }

    /** The data of the chosen outcome as the task takes it. */
    static Map<String, Object> data(FormView form, String outcome, Map<String, String> typed) {
        Map<String, Object> data = new LinkedHashMap<>();
        form.outcomes().stream()
                .filter(way -> way.id().equals(outcome))
                .findFirst()
                .ifPresent(way -> way.fields().forEach(field -> {
                    String value = typed.get(outcome + "." + field.id());
                    if (field.type() == FieldType.BOOLEAN) data.put(field.id(), "true".equals(value));
                    else if (value != null && !value.isBlank())
                        data.put(field.id(), asData(field.type(), value.strip()));
                }));
        return data;
    }

    /** Moments are typed in the time of Vietnam. */
    private static String asData(FieldType type, String value) {
        boolean local = type == FieldType.DATETIME && value.length() >= LENGTH_OF_LOCAL && !value.endsWith("Z");
        return local && value.indexOf('+') < 0
                ? value + (value.length() == LENGTH_OF_LOCAL ? ":00+07:00" : "+07:00")
                : value;
    }

    public TaskId task() {
        return form.task();
    }

    public String label() {
        return form.label();
    }

    boolean hasOutcome(String id) {
        return form.outcomes().stream().anyMatch(way -> way.id().equals(id));
    }

    public boolean single() {
        return form.outcomes().size() == 1;
    }

    public List<Way> ways() {
        String chosen = chosen();
        return form.outcomes().stream()
                .map(way -> new Way(way.id(), way.label(), way.id().equals(chosen), questions(way, chosen)))
                .toList();
    }

    public List<Wrong> errors() {
        List<Wrong> errors = new ArrayList<>();
        ways().stream()
                .filter(Way::chosen)
                .flatMap(way -> way.questions().stream())
                .forEach(question -> {
                    if (question.error() != null)
                        errors.add(new Wrong(question.anchor(), question.label(), question.error()));
                });
        return errors;
    }

    private String chosen() {
        String asked = typed.get("outcome");
        return asked != null && hasOutcome(asked)
                ? asked
                : form.outcomes().getFirst().id();
    }

    private List<Question> questions(FormView.Way way, String chosen) {
        return way.fields().stream()
                .map(field -> question(way.id(), field).error(way.id().equals(chosen) ? wrong.get(field.id()) : null))
                .toList();
    }

    private Question question(String outcome, FormView.Ask field) {
        String name = outcome + "." + field.id();
        List<Question.Choice> choices = field.options() == null
                ? List.of()
                : field.options().stream()
                        .map(option -> new Question.Choice(option.id(), option.label()))
                        .toList();
        String most = field.maxLength() == null
                ? bound(field.type(), field.max())
                : field.maxLength().toString();
        return Question.of(name, field.label(), field.type(), field.required(), typed.get(name))
                .choices(choices)
                .bounds(bound(field.type(), field.min()), most);
    }

    private static @Nullable String bound(FieldType type, @Nullable Object bound) {
        if (bound == null) return null;
        if (type != FieldType.DATETIME) return bound.toString();
        return OffsetDateTime.parse(bound.toString())
                .atZoneSameInstant(DueDate.ZONE)
                .toLocalDateTime()
                .toString()
                .substring(0, LENGTH_OF_LOCAL);
    }
}
