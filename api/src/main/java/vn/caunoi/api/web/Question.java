package vn.caunoi.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.FieldType;

/**
 * One input of a form with what was typed into it.
 *
 * @param name of the input, by which it comes back
 * @param choices for a choice, an officer or a unit
 * @param min least date, moment or number, in the form the input takes
 * @param value what was typed, as it was typed
 * @param error what is wrong with it
 */
record Question(
        String name,
        String label,
        @Nullable String hint,
        FieldType type,
        boolean required,
        List<Choice> choices,
        @Nullable String min,
        @Nullable String max,
        @Nullable String value,
        @Nullable String error) {

    private static final int MOST_RADIOS = 5;

    record Choice(String id, String label) {}

    static Question of(String name, String label, FieldType type, boolean required, @Nullable String value) {
        return new Question(name, label, null, type, required, List.of(), null, null, value, null);
    }

    Question hint(@Nullable String text) {
        return new Question(name, label, text, type, required, choices, min, max, value, error);
    }

    Question choices(List<Choice> from) {
        return new Question(name, label, hint, type, required, from, min, max, value, error);
    }

    Question bounds(@Nullable String least, @Nullable String most) {
        return new Question(name, label, hint, type, required, choices, least, most, value, error);
    }

    Question value(@Nullable String now) {
        return new Question(name, label, hint, type, required, choices, min, max, now, error);
    }

    Question error(@Nullable String message) {
        return new Question(name, label, hint, type, required, choices, min, max, value, message);
    }

    /** Id of the input within the page. */
    public String anchor() {
        return "q-" + name.replaceAll("[^A-Za-z0-9-]", "-");
    }

    public boolean radios() {
        return type == FieldType.CHOICE && choices.size() <= MOST_RADIOS;
    }

    public boolean listed() {
        return !radios() && (!choices.isEmpty() || type == FieldType.CHOICE);
    }

    /** Whether a category is asked for, which is found by typing. */
    public boolean isAboutWhat() {
        return name.equals("category") || name.endsWith(".category");
    }

    public String inputType() {
        return switch (type) {
            case DATE -> "date";
            case DATETIME -> "datetime-local";
            case INTEGER -> "number";
            default -> "text";
        };
    }

    /** Longest text, for texts only. */
    public @Nullable String longest() {
        return type == FieldType.TEXT || type == FieldType.LONGTEXT ? max : null;
    }
}
