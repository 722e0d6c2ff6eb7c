package vn.caunoi.core.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;

/** Reads one value of a concrete field into the form it is stored in: text, number or truth value. */
final class FieldValue {

    private static final int LONGEST_ID = 200;

    /** A value that is not what the field takes. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        final String code;

        Wrong(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    private final Field field;

    private FieldValue(Field field) {
        this.field = field;
    }

    static Object read(Field field, Object raw) throws Wrong {
        return new FieldValue(field).read(raw);
    }

    static String startOf(LocalDate day) {
        return text(day.atStartOfDay(DueDate.ZONE).toOffsetDateTime());
    }

    static String endOf(LocalDate day) {
        return text(DueDate.endOf(day).atZone(DueDate.ZONE).toOffsetDateTime());
    }

    private Object read(Object raw) throws Wrong {
        return switch (field.type()) {
            case TEXT, LONGTEXT -> text(raw);
            case DATE -> date(raw);
            case DATETIME -> moment(raw);
            case INTEGER -> number(raw);
            case BOOLEAN -> truth(raw);
            case CHOICE, UNIT, OFFICER, FILE -> choice(raw);
        };
    }

    private String text(Object raw) throws Wrong {
        String text = string(raw);
        if (text.length() < bound(field.min(), 0))
            throw new Wrong("too-short", "at least " + field.min() + " characters");
        if (text.length() > bound(field.max(), Integer.MAX_VALUE)) {
            throw new Wrong("too-long", "at most " + field.max() + " characters");
        }
        return text;
    }

    private String date(Object raw) throws Wrong {
        try {
            LocalDate date = LocalDate.parse(string(raw));
            if (!isUsual(date.getYear())) throw new DateTimeException("a year of another age");
            between(date, field.min() == null ? null : LocalDate.parse(field.min()), true);
            between(date, field.max() == null ? null : LocalDate.parse(field.max()), false);
            return date.toString();
        } catch (DateTimeException unreadable) {
            throw new Wrong("not-a-date", "a date such as 2026-11-18");
        }
    }

    private String moment(Object raw) throws Wrong {
        try {
            OffsetDateTime moment = moment(string(raw));
            if (!isUsual(moment.getYear())) throw new DateTimeException("a year of another age");
            between(
                    moment.toInstant(),
                    field.min() == null ? null : moment(field.min()).toInstant(),
                    true);
            between(
                    moment.toInstant(),
                    field.max() == null ? null : moment(field.max()).toInstant(),
                    false);
            return text(moment);
        } catch (DateTimeException unreadable) {
            throw new Wrong("not-a-datetime", "a moment such as 2026-11-18T09:00:00+07:00");
        }
    }

    private long number(Object raw) throws Wrong {
        try {
            long number = new BigDecimal(raw instanceof Number ? raw.toString() : string(raw)).longValueExact();
            if (number < bound(field.min(), Long.MIN_VALUE)) throw new Wrong("too-small", "at least " + field.min());
            if (number > bound(field.max(), Long.MAX_VALUE)) throw new Wrong("too-large", "at most " + field.max());
            return number;
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new Wrong("not-a-number", "a whole number");
        }
    }

    private boolean truth(Object raw) throws Wrong {
        if (raw instanceof Boolean truth) return truth;
        return switch (string(raw).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Wrong("not-a-boolean", "true or false");
        };
    }

    private String choice(Object raw) throws Wrong {
        String choice = string(raw);
        boolean offered = field.options().isEmpty() || field.options().contains(choice);
        if (!offered || choice.length() > LONGEST_ID) throw new Wrong("not-an-option", "one of the choices");
        return choice;
    }

    private static String string(Object raw) throws Wrong {
        if (raw instanceof String text) {
            if (text.indexOf('\0') >= 0) throw new Wrong("malformed", "text without NUL");
            return text.strip();
        }
        if (raw instanceof Number || raw instanceof Boolean) return raw.toString();
        throw new Wrong("not-a-value", "a single value");
    }

    private static <T extends Comparable<? super T>> void between(T value, @Nullable T bound, boolean least)
            throws Wrong {
        if (bound == null) return;
        if (least && value.compareTo(bound) < 0) throw new Wrong("too-early", "not before " + bound);
        if (!least && value.compareTo(bound) > 0) throw new Wrong("too-late", "not after " + bound);
    }

    /** Years with four digits: a database and a reader take no others. */
    private static boolean isUsual(int year) {
        return year >= 1 && year <= 9999;
    }

    private static long bound(@Nullable String bound, long otherwise) {
        return bound == null ? otherwise : new BigInteger(bound).longValueExact();
    }

    private static OffsetDateTime moment(String text) {
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d(:?\\d\\d)?");
        Instant moment = zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(DueDate.ZONE).toInstant();
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(DueDate.ZONE).toOffsetDateTime();
    }

    private static String text(OffsetDateTime moment) {
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
