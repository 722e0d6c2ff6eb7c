package vn.caunoi.core.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;

/**
 * The checked answer to an outcome of a form, by the types of its fields. Text is stripped; an empty text counts as no
 * answer.
 */
public final class FormData {

    private final Map<String, Object> values;

    private FormData(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Checks raw values: text, numbers, truth values.
     *
     * @throws Refusal {@code INVALID_INPUT} with one violation for each field that is wrong, missing or unknown
     */
    public static FormData of(Outcome outcome, Map<String, ?> raw, FormContext context) {
        List<Field> fields = outcome.resolve(context).fields();
        List<Violation> violations = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = check(field, raw.get(field.id()), violations);
            if (value != null) values.put(field.id(), value);
        }
        raw.keySet().stream()
                .filter(id -> fields.stream().noneMatch(field -> field.id().equals(id)))
                .forEach(id -> violations.add(new Violation(id, "unknown", "is not a field of this outcome")));
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return new FormData(values);
    }

    private static @Nullable Object check(Field field, @Nullable Object raw, List<Violation> violations) {
        if (raw == null || raw instanceof String text && text.isBlank()) {
            if (field.required()) violations.add(new Violation(field.id(), "required", "is required"));
            return null;
        }
        try {
            return FieldValue.read(field, raw);
        } catch (FieldValue.Wrong wrong) {
            violations.add(new Violation(field.id(), wrong.code, "must be " + wrong.getMessage()));
            return null;
        }
    }

    /** All values as they are stored: text, whole numbers, truth values; dates and moments as ISO text. */
    public Map<String, Object> values() {
        return values;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    public String text(String field) {
        Object value = values.get(field);
        if (value == null) throw new IllegalStateException("the form has no answer for " + field);
        return value.toString();
    }

    public @Nullable String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    /** The lines of a text that are not blank. */
    public List<String> lines(String field) {
        if (!has(field)) return List.of();
        return text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A whole number; 0 where nothing was answered. */
    public long wholeOrNone(String field) {
        return has(field) ? Long.parseLong(text(field)) : 0;
    }

    public LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }

    public Instant moment(String field) {
        return OffsetDateTime.parse(text(field)).toInstant();
    }

    public OfficerId officer(String field) {
        return new OfficerId(text(field));
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        return Enum.valueOf(type, text(field));
    }
}
