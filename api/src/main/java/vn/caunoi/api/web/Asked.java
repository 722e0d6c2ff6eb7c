package vn.caunoi.api.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;

/** Says what was answered to a form that came with a model in the words of that form. */
@Component
class Asked {

    private static final Pattern OF_POINT = Pattern.compile("(\\w+)_(\\d+)");

    private final Values values;

    Asked(Values values) {
        this.values = values;
    }

    /** The data of an event about a task, with names of form and outcome already said where the form has its own. */
    Map<String, Object> said(Form form, Map<String, Object> data) {
        Map<String, Object> said = new HashMap<>(data);
        String name = name(form);
        if (name != null) {
            said.computeIfPresent("form", (key, id) -> name);
            said.computeIfPresent("key", (key, id) -> name);
        }
        outcome(form, data)
                .map(outcome -> outcome.said(language()))
                .ifPresent(label -> said.computeIfPresent("outcome", (key, id) -> label));
        return said;
    }

    /** The value of a key; null where the house says it as everywhere else. */
    @Nullable String of(Form form, Map<String, Object> data, String key, Object value) {
        return switch (key) {
            case "form" -> name(form);
            case "outcome" ->
                outcome(form, data).map(outcome -> outcome.said(language())).orElse(null);
            case "data" ->
                outcome(form, data)
                        .filter(Asked::isWorded)
                        .filter(outcome -> value instanceof Map)
                        .map(outcome -> lines(outcome, (Map<?, ?>) value))
                        .orElse(null);
            default -> null;
        };
    }

    private static Optional<Outcome> outcome(Form form, Map<String, Object> data) {
        return Optional.ofNullable(data.get("outcome")).flatMap(id -> form.outcome(id.toString()));
    }

    private @Nullable String name(Form form) {
        return form.said(language());
    }

    /** Whether any of its fields brings words. */
    private static boolean isWorded(Outcome outcome) {
        return outcome.fields().stream()
                .anyMatch(field -> field.label() != null || field.words() != null || field.optionWords() != null);
    }

    private String lines(Outcome outcome, Map<?, ?> answers) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> line(outcome, entry.getKey().toString(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String line(Outcome outcome, String key, Object value) {
        Matcher point = OF_POINT.matcher(key);
        boolean perPoint = point.matches();
        String id = perPoint ? point.group(1) : key;
        Optional<Field> field =
                outcome.fields().stream().filter(one -> one.id().equals(id)).findFirst();
        String label = field.map(one -> one.said(language())).orElseGet(() -> values.label("task.completed", id));
        String answer = field.map(one -> one.said(value.toString(), language())).orElseGet(() -> values.of(id, value));
        return (perPoint ? label + " " + point.group(2) : label) + ": " + answer;
    }

    private static String language() {
        return Words.locale().getLanguage();
    }
}
