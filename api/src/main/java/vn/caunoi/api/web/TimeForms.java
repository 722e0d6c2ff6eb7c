package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Refusal;

/** How the forms of calendar and limits read what was typed, and tell what is wrong with it. */
final class TimeForms {

    private TimeForms() {}

    static @Nullable LocalDate day(@Nullable String text, String field) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Input.refusal(field, "malformed", "is not a day");
        }
    }

    static @Nullable Integer number(@Nullable String text, String field) {
        if (text == null || text.isBlank()) return null;
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Input.refusal(field, "malformed", "is not a number");
        }
    }

    /** By field, in the reader's language; under an empty name what is wrong with all of it. */
    static Map<String, String> wrong(Refusal refusal, Problems problems) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) wrong.put("", problems.message(refusal.reason(), Words.locale()));
        return wrong;
    }
}
