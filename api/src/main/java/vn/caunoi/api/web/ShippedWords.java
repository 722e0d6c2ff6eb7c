package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.form.Wording;

/** Writes the words of the house into a form of the house, so that a copy of it can go along with a model. */
@Component
class ShippedWords {

    private final MessageSource messages;

    ShippedWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The same form with all its labels in both languages. */
    Form worded(Form form) {
        return new Form(
                form.id(),
                form.stage(),
                form.outcomes().stream()
                        .map(outcome -> worded(form.id(), outcome))
                        .toList(),
                new Wording(name(form, Tongue.VIETNAMESE), name(form, Locale.ENGLISH)));
    }

    Outcome worded(String form, Outcome outcome) {
        List<Field> fields =
                outcome.fields().stream().map(field -> worded(form, field)).toList();
        return new Outcome(outcome.id(), null, outcome.act(), fields, words("outcome", form, outcome.id()));
    }

    private Field worded(String form, Field field) {
        return new Field(
                field.id(),
                field.type(),
                field.required(),
                null,
                field.options(),
                field.min(),
                field.max(),
                field.personal(),
                field.perPoint(),
                words("field", form, field.id()),
                options(field));
    }

    private @Nullable Map<String, Wording> options(Field field) {
        if (field.options().isEmpty()) return null;
        Map<String, Wording> options = new LinkedHashMap<>();
        field.options().forEach(option -> options.put(option, words("option", field.id(), option)));
        return options;
    }

    private String name(Form form, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("form." + form.id(), null, form.id(), locale), form.id());
    }

    /** A word of this form or field, or else the word for all of them. */
    private Wording words(String sort, String of, String id) {
        String own = sort + "." + of + "." + id;
        String all = sort + "." + id;
        return new Wording(text(own, all, id, Tongue.VIETNAMESE), text(own, all, id, Locale.ENGLISH));
    }

    private String text(String own, String all, String id, Locale locale) {
        String known = messages.getMessage(all, null, id, locale);
        return Objects.requireNonNullElse(messages.getMessage(own, null, known, locale), id);
    }
}
