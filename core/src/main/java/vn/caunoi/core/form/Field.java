package vn.caunoi.core.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of an outcome.
 *
 * @param id permanent word, camelCase; the key of the value in the data
 * @param label shown as is when given (forms that come with a model); shipped forms are translated by id
 * @param options ids of a choice, the safest first
 * @param min least date or number, or shortest text: a number, an ISO date, or a {@link Bound} word
 * @param max greatest date or number, or longest text
 * @param personal whether the value is personal data
 * @param perPoint asked once for each point that still stands; the data key is {@code id + "_" + number of the point}
 * @param words its label where the form comes with a model; null for shipped forms
 * @param optionWords words of the options by their ids; null where there are none
 */
public record Field(
        String id,
        FieldType type,
        boolean required,
        @Nullable String label,
        List<String> options,
        @Nullable String min,
        @Nullable String max,
        boolean personal,
        boolean perPoint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Wording words,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Wording> optionWords) {
    public Field {
        options = options == null ? List.of() : List.copyOf(options);
        optionWords = optionWords == null ? null : Map.copyOf(optionWords);
    }

    public Field(
            String id,
            FieldType type,
            boolean required,
            @Nullable String label,
            List<String> options,
            @Nullable String min,
            @Nullable String max,
            boolean personal,
            boolean perPoint) {
        this(id, type, required, label, options, min, max, personal, perPoint, null, null);
    }

    /** Its label in the words of the form itself; null where the house has one. */
    public @Nullable String said(String language) {
        String own = words == null ? null : words.in(language);
        return own == null ? label : own;
    }

    /** An option in the words of the form itself; null where the house has one. */
    public @Nullable String said(String option, String language) {
        Wording own = optionWords == null ? null : optionWords.get(option);
        return own == null ? null : own.in(language);
    }

    /** The concrete field of a case: bounds as days, choices filled in. */
    Field resolve(FormContext context) {
        return resolved(id, context);
    }

    Field resolve(int point, FormContext context) {
        return resolved(id + "_" + point, context);
    }

    private Field resolved(String concrete, FormContext context) {
        List<String> choices = context.choices(this);
        return new Field(
                concrete,
                type,
                required,
                label,
                choices,
                least(context),
                greatest(context),
                personal,
                false,
                words,
                optionWords);
    }

    private @Nullable String least(FormContext context) {
        if (min == null) return null;
        return switch (type) {
            case DATE -> context.day(min).toString();
            case DATETIME -> FieldValue.startOf(context.day(min));
            default -> min;
        };
    }

    private @Nullable String greatest(FormContext context) {
        if (max == null) return null;
        return switch (type) {
            case DATE -> context.day(max).toString();
            case DATETIME -> FieldValue.endOf(context.day(max));
            default -> max;
        };
    }
}
