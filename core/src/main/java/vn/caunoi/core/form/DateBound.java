package vn.caunoi.core.form;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A least or greatest date as forms write it: an ISO date, or a word with days added or taken off. */
record DateBound(@Nullable LocalDate fixed, Bound word, int days) {

    private static final Pattern WORD = Pattern.compile("([A-Z_]+)(?:([+-]\\d{1,4})d)?");

    /** @throws IllegalArgumentException when it is neither */
    static DateBound parse(String text) {
        Matcher word = WORD.matcher(text);
        if (!word.matches()) return new DateBound(LocalDate.parse(text), Bound.TODAY, 0);
        int days = word.group(2) == null ? 0 : Integer.parseInt(word.group(2));
        return new DateBound(null, Bound.valueOf(word.group(1)), days);
    }

    LocalDate in(FormContext context) {
        return fixed == null ? context.day(word).plusDays(days) : fixed;
    }
}
