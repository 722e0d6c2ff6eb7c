package vn.caunoi.api.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Cursor;

/** Reads the parameters of lists and queries; refuses, by the parameter's name, what cannot be read. */
public final class Asked {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Asked() {}

    /** How many items of a list: 1 to 200, 50 when nothing is said. */
    public static int limit(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) return USUAL;
        try {
            int limit = Integer.parseInt(wanted.strip());
            if (limit >= 1 && limit <= MOST) return limit;
        } catch (NumberFormatException e) {
            throw Input.refusal("limit", "malformed", "is not a number");
        }
        throw Input.refusal("limit", "out-of-bounds", "is between 1 and " + MOST);
    }

    /** The cursor of the page before, if there is one. */
    public static @Nullable String cursor(@Nullable String given) {
        if (given == null || given.isBlank()) return null;
        try {
            return Cursor.parse(given).toString();
        } catch (IllegalArgumentException e) {
            throw Input.refusal("cursor", "malformed", "is not a cursor");
        }
    }

    /** An ISO time with zone. A plus sign that the URL turned into a space is taken for what it was. */
    public static @Nullable Instant moment(String name, @Nullable String given) {
        if (given == null || given.isBlank()) return null;
        try {
            OffsetDateTime moment = OffsetDateTime.parse(given.strip().replace(' ', '+'));
            if (isUsual(moment.getYear())) return moment.toInstant();
        } catch (DateTimeException e) {
            throw noMoment(name);
        }
        throw noMoment(name);
    }

    public static @Nullable LocalDate day(String name, @Nullable String given) {
        if (given == null || given.isBlank()) return null;
        try {
            LocalDate day = LocalDate.parse(given.strip());
            if (isUsual(day.getYear())) return day;
        } catch (DateTimeException e) {
            throw noDay(name);
        }
        throw noDay(name);
    }

    /** A day that came as one already, as in a body: of a year that the database can compare with. */
    public static void usual(String name, @Nullable LocalDate given, Input input) {
        if (given != null && !isUsual(given.getYear()))
            input.wrong(name, "out-of-bounds", "is between the years 1 and 9999");
    }

    public static @Nullable Boolean yesOrNo(String name, @Nullable String given) {
        if (given == null || given.isBlank()) return null;
        return switch (given.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Input.refusal(name, "not-a-boolean", "is true or false");
        };
    }

    public static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String given, Class<E> type) {
        Input input = new Input();
        E choice = input.choice(name, given, type);
        input.mustBeValid();
        return choice;
    }

    /** One of some words, in any case. */
    public static @Nullable String word(String name, @Nullable String given, Set<String> words) {
        if (given == null || given.isBlank()) return null;
        String word = given.strip().toLowerCase(Locale.ROOT);
        if (!words.contains(word)) throw Refusal.invalid(List.of(Input.notOneOf(name, new TreeSet<>(words))));
        return word;
    }

    /** Words to look for; nothing that is kept has a NUL in it, and the database takes none. */
    public static @Nullable String text(String name, @Nullable String given) {
        if (given == null || given.isBlank()) return null;
        if (given.indexOf('\0') >= 0) throw Input.refusal(name, "malformed", "has a character that is not allowed");
        return given.strip();
    }

    /** Whether the database has such a day to compare with: of the years 1 to 9999. */
    public static boolean isUsual(LocalDate day) {
        return isUsual(day.getYear());
    }

    /** Other years are a slip, or meant to break the database's calendar. */
    private static boolean isUsual(int year) {
        return year >= 1 && year <= 9999;
    }

    private static Refusal noMoment(String name) {
        return Input.refusal(name, "not-a-datetime", "is not a moment such as 2026-11-18T09:00:00+07:00");
    }

    private static Refusal noDay(String name) {
        return Input.refusal(name, "not-a-date", "is not a date such as 2026-11-18");
    }
}
