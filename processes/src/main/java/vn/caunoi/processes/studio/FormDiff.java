package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.form.Wording;
import vn.caunoi.processes.studio.ModelDiff.Kind;

/** What a designer changed in the forms that come with a model: outcomes and fields, by their ids. */
public final class FormDiff {

    /**
     * One thing that differs.
     *
     * @param kind never {@code MOVED}; another order is a change of what is called {@code order}
     * @param form id of the form
     * @param outcome id; null when it is about the form itself
     * @param field id; null when it is about the outcome or the form
     * @param what the property that was changed: {@code vi}, {@code en}, {@code type}, {@code required}, {@code min},
     *     {@code max}, {@code options}, {@code act}, {@code stage}, {@code order} …; empty when the whole came or went
     * @param before as the form writes it; null where there was none
     */
    public record Change(
            Kind kind,
            String form,
            @Nullable String outcome,
            @Nullable String field,
            String what,
            @Nullable String before,
            @Nullable String now) {

        /** {@code outcome asked, field note, required: false → true} */
        public String line() {
            String where = outcome == null
                    ? "form"
                    : field == null ? "outcome " + outcome : "outcome " + outcome + ", field " + field;
            if (what.isEmpty()) return where + (kind == Kind.ADDED ? ": – → +" : ": + → –");
            return where + ", " + what + ": " + or(before) + " → " + or(now);
        }

        private static String or(@Nullable String value) {
            return value == null ? "–" : value;
        }
    }

    private final String form;
    private final List<Change> found = new ArrayList<>();

    private FormDiff(String form) {
        this.form = form;
    }

    /** In the order of the forms as they are now; removed forms last. Empty where one of both cannot be read. */
    public static List<Change> between(String before, String now) {
        Map<String, Form> was = forms(before);
        Map<String, Form> is = forms(now);
        List<Change> all = new ArrayList<>();
        is.forEach((id, form) -> all.addAll(of(id, was.get(id), form)));
        was.forEach((id, form) -> {
            if (!is.containsKey(id)) all.addAll(of(id, form, null));
        });
        return all;
    }

    static Map<String, Form> forms(String xml) {
        try {
            Diagram diagram = Diagram.of(XmlReading.read(xml.getBytes(StandardCharsets.UTF_8)));
            if (diagram == null) return Map.of();
            Map<String, Form> forms = new LinkedHashMap<>();
            ModelForms.of(diagram, new Problems()).all().forEach(form -> forms.put(form.id(), form));
            return forms;
        } catch (UnreadableModel none) {
            return Map.of();
        }
    }

    private static List<Change> of(String id, @Nullable Form before, @Nullable Form now) {
        FormDiff diff = new FormDiff(id);
        if (before == null) diff.add(Kind.ADDED, null, null);
        else if (now == null) diff.add(Kind.REMOVED, null, null);
        else diff.forms(before, now);
        return diff.found;
    }

    private void forms(Form before, Form now) {
        Map<String, String> was = words(before.words(), null);
        Map<String, String> is = words(now.words(), null);
        if (before.stage() != null) was.put("stage", before.stage().name());
        if (now.stage() != null) is.put("stage", now.stage().name());
        was.put("order", order(before, now));
        is.put("order", order(now, before));
        compare(null, null, was, is);
        now.outcomes().forEach(outcome -> before.outcome(outcome.id())
                .ifPresentOrElse(old -> outcomes(old, outcome), () -> add(Kind.ADDED, outcome.id(), null)));
        before.outcomes().stream()
                .filter(old -> now.outcome(old.id()).isEmpty())
                .forEach(old -> add(Kind.REMOVED, old.id(), null));
    }

    /** The ids that are in both, as they follow one another. */
    private static String order(Form one, Form other) {
        return String.join(
                ", ",
                one.outcomes().stream()
                        .map(Outcome::id)
                        .filter(id -> other.outcome(id).isPresent())
                        .toList());
    }

    private void outcomes(Outcome before, Outcome now) {
        Map<String, String> was = words(before.words(), before.label());
        Map<String, String> is = words(now.words(), now.label());
        was.put("act", before.act().name());
        is.put("act", now.act().name());
        Map<String, Field> old = fields(before);
        Map<String, Field> present = fields(now);
        was.put(
                "order",
                String.join(
                        ", ", old.keySet().stream().filter(present::containsKey).toList()));
        is.put(
                "order",
                String.join(
                        ", ", present.keySet().stream().filter(old::containsKey).toList()));
        compare(now.id(), null, was, is);
        present.forEach((id, field) -> {
            if (old.containsKey(id)) compare(now.id(), id, content(old.get(id)), content(field));
            else add(Kind.ADDED, now.id(), id);
        });
        old.keySet().stream().filter(id -> !present.containsKey(id)).forEach(id -> add(Kind.REMOVED, now.id(), id));
    }

    private static Map<String, Field> fields(Outcome outcome) {
        Map<String, Field> fields = new LinkedHashMap<>();
        outcome.fields().forEach(field -> fields.put(field.id(), field));
        return fields;
    }

    private static Map<String, String> content(Field field) {
        Map<String, String> content = words(field.words(), field.label());
        content.put("type", field.type().code());
        content.put("required", String.valueOf(field.required()));
        content.put("personal", String.valueOf(field.personal()));
        content.put("perPoint", String.valueOf(field.perPoint()));
        if (field.min() != null) content.put("min", field.min());
        if (field.max() != null) content.put("max", field.max());
        if (!field.options().isEmpty()) content.put("options", String.join(", ", field.options()));
        if (field.optionWords() != null) {
            field.optionWords().forEach((option, said) -> words(said, null)
                    .forEach((language, word) -> content.put("option " + option + " " + language, word)));
        }
        return content;
    }

    private static Map<String, String> words(@Nullable Wording words, @Nullable String label) {
        Map<String, String> content = new TreeMap<>();
        String vietnamese = words == null ? label : words.vi();
        if (vietnamese != null) content.put("vi", vietnamese);
        if (words != null && words.en() != null) content.put("en", words.en());
        return content;
    }

    private void compare(
            @Nullable String outcome, @Nullable String field, Map<String, String> was, Map<String, String> is) {
        Map<String, String> all = new TreeMap<>(was);
        all.putAll(is);
        all.keySet().stream()
                .filter(what -> !Objects.equals(was.get(what), is.get(what)))
                .forEach(what ->
                        found.add(new Change(Kind.CHANGED, form, outcome, field, what, was.get(what), is.get(what))));
    }

    private void add(Kind kind, @Nullable String outcome, @Nullable String field) {
        found.add(new Change(kind, form, outcome, field, "", null, null));
    }
}
