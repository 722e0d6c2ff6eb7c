package vn.caunoi.api.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;

/** Collects what is wrong with the fields of an input, so that all of it is told at once. */
public final class Input {

    private final List<Violation> violations = new ArrayList<>();

    /** The text trimmed; a missing one is a violation. */
    public String required(String field, @Nullable String text, int most) {
        String given = optional(field, text, most);
        if (given != null) return given;
        wrong(field, "required", "must be given");
        return "";
    }

    /** The text trimmed; null when blank. */
    public @Nullable String optional(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) return null;
        String trimmed = text.strip();
        if (trimmed.length() > most) wrong(field, "too-long", "has at most " + most + " characters");
        if (trimmed.indexOf('\0') < 0) return trimmed;
        wrong(field, "malformed", "has a character that is not allowed");
        return null;
    }

    /** The value; a missing one is a violation, and null comes back only then. */
    public <T> @Nullable T present(String field, @Nullable T value) {
        if (value == null) wrong(field, "required", "must be given");
        return value;
    }

    /** The member of an enum by its name, in any case. */
    public <E extends Enum<E>> @Nullable E choice(String field, @Nullable String name, Class<E> type) {
        if (name == null || name.isBlank()) return null;
        String wanted = name.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) return constant;
        }
        wrong(field, Stream.of(type.getEnumConstants()).map(Enum::name).toList());
        return null;
    }

    public void wrong(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }

    private void wrong(String field, Collection<String> options) {
        violations.add(notOneOf(field, options));
    }

    /** What is given is none of some words, all of which are told. */
    public static Violation notOneOf(String field, Collection<String> options) {
        String told = String.join(", ", options);
        return new Violation(field, "not-one-of", "is not one of " + told, List.of(told));
    }

    /** Refuses the input if anything was wrong. */
    public void mustBeValid() {
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
    }

    /** An input with a single wrong field. */
    public static Refusal refusal(String field, String code, String message) {
        return Refusal.invalid(List.of(new Violation(field, code, message)));
    }
}
