package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.processes.studio.Told.What;

/** What changed in the forms that come with a model. */
final class FormChanges {

    private final List<Told> told = new ArrayList<>();

    private FormChanges() {}

    static List<Told> between(ModelForms before, ModelForms now) {
        FormChanges changes = new FormChanges();
        Map<String, Form> was = byId(before.all(), Form::id);
        Map<String, Form> is = byId(now.all(), Form::id);
        is.forEach((id, form) -> {
            Form old = was.get(id);
            if (old == null) changes.tell(What.FORM_ADDED, form, outcomes(form));
            else changes.outcomes(form, old, form);
        });
        was.forEach((id, form) -> {
            if (!is.containsKey(id)) changes.tell(What.FORM_REMOVED, form);
        });
        return changes.told;
    }

    /** Joined with {@code |}. */
    static String outcomes(Form form) {
        return form.outcomes().stream().map(FormChanges::named).collect(Collectors.joining("|"));
    }

    private void outcomes(Form form, Form old, Form next) {
        Map<String, Outcome> was = byId(old.outcomes(), Outcome::id);
        Map<String, Outcome> is = byId(next.outcomes(), Outcome::id);
        is.forEach((id, outcome) -> {
            Outcome before = was.get(id);
            if (before == null) tell(What.OUTCOME_ADDED, form, named(outcome));
            else fields(form, before, outcome);
        });
        was.values().stream()
                .filter(outcome -> !is.containsKey(outcome.id()))
                .forEach(outcome -> tell(What.OUTCOME_REMOVED, form, named(outcome)));
    }

    private void fields(Form form, Outcome old, Outcome next) {
        Map<String, Field> was = byId(old.fields(), Field::id);
        Map<String, Field> is = byId(next.fields(), Field::id);
        is.forEach((id, field) -> {
            Field before = was.get(id);
            if (before == null)
                tell(field.required() ? What.FIELD_ADDED_REQUIRED : What.FIELD_ADDED, form, named(next), named(field));
            else if (before.required() != field.required())
                tell(field.required() ? What.FIELD_REQUIRED : What.FIELD_OPTIONAL, form, named(next), named(field));
            else if (!before.equals(field)) tell(What.FIELD_CHANGED, form, named(next), named(field));
        });
        was.values().stream()
                .filter(field -> !is.containsKey(field.id()))
                .forEach(field -> tell(What.FIELD_REMOVED, form, named(next), named(field)));
    }

    private void tell(What what, Form form, String... values) {
        told.add(new Told(what, form.id(), named(form), List.of(values)));
    }

    /** Its own name in both languages, or its id, for which the house has words. */
    static String named(Form form) {
        return Told.inBoth(or(form.said("vi"), form.id()), or(form.said("en"), form.id()));
    }

    private static String named(Outcome outcome) {
        return Told.inBoth(or(outcome.said("vi"), outcome.id()), or(outcome.said("en"), outcome.id()));
    }

    private static String named(Field field) {
        return Told.inBoth(or(field.said("vi"), field.id()), or(field.said("en"), field.id()));
    }

    private static String or(@Nullable String said, String id) {
        return Objects.requireNonNullElse(said, id);
    }

    private static <T> Map<String, T> byId(Iterable<T> all, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        all.forEach(one -> byId.put(id.apply(one), one));
        return byId;
    }
}
