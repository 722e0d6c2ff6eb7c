package vn.caunoi.api.officer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;

/** Puts a form into words. Forms that come with a model bring their own. */
@Component
public class FormWords {

    private final MessageSource messages;

    FormWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param name of the task, for a form that has no name of its own */
    public FormView view(TaskId task, PetitionId petition, String name, Form form, FormContext context, Locale locale) {
        Map<String, String> names = context.officers().stream()
                .collect(Collectors.toMap(FormContext.Option::id, FormContext.Option::label, (a, b) -> a));
        context.units().forEach(unit -> names.putIfAbsent("unit " + unit.id(), unit.label()));
        List<FormView.Way> ways = form.resolve(context).outcomes().stream()
                .map(outcome -> way(form.id(), outcome, names, locale))
                .toList();
        String own = form.said(locale.getLanguage());
        String label = own != null ? own : text("form." + form.id(), name, locale);
        return new FormView(task, petition, form.id(), label, ways);
    }

    private FormView.Way way(String form, Outcome outcome, Map<String, String> names, Locale locale) {
        String own = outcome.said(locale.getLanguage());
        String label = own != null ? own : word("outcome", form, outcome.id(), locale);
        List<FormView.Ask> fields = outcome.fields().stream()
                .map(field -> ask(form, field, names, locale))
                .toList();
        return new FormView.Way(outcome.id(), label, fields);
    }

    private FormView.Ask ask(String form, Field field, Map<String, String> names, Locale locale) {
        boolean text = field.type() == FieldType.TEXT || field.type() == FieldType.LONGTEXT;
        return new FormView.Ask(
                field.id(),
                label(form, field, locale),
                field.type(),
                field.required(),
                options(field, names, locale),
                text ? null : bound(field, field.min()),
                text ? null : bound(field, field.max()),
                text && field.max() != null ? Integer.valueOf(field.max()) : null);
    }

    /** A field that is asked for each point has the point's number in its id. */
    private String label(String form, Field field, Locale locale) {
        int line = field.id().lastIndexOf('_');
        String word = line < 0 ? field.id() : field.id().substring(0, line);
        String own = field.said(locale.getLanguage());
        String label = own != null ? own : word("field", form, word, locale);
        return line < 0 ? label : label + " " + field.id().substring(line + 1);
    }

    private @Nullable List<FormView.Choice> options(Field field, Map<String, String> names, Locale locale) {
        return switch (field.type()) {
            case CHOICE ->
                field.options().stream()
                        .map(id -> new FormView.Choice(id, option(field, id, locale)))
                        .toList();
            case OFFICER -> named(field, "", names);
            case UNIT -> named(field, "unit ", names);
            default -> null;
        };
    }

    private String option(Field field, String id, Locale locale) {
        String own = field.said(id, locale.getLanguage());
        return own != null ? own : word("option", field.id(), id, locale);
    }

    private static List<FormView.Choice> named(Field field, String prefix, Map<String, String> names) {
        return field.options().stream()
                .map(id -> new FormView.Choice(id, names.getOrDefault(prefix + id, id)))
                .toList();
    }

    private static @Nullable Object bound(Field field, @Nullable String bound) {
        return bound == null || field.type() != FieldType.INTEGER ? bound : (Object) Long.valueOf(bound);
    }

    private String word(String sort, String of, String id, Locale locale) {
        return text(sort + "." + of + "." + id, text(sort + "." + id, id, locale), locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }
}
