package vn.caunoi.ops.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of the log: an activity, with the facts of its case repeated. */
final class LogLine {
    static final Set<String> COLUMNS = Set.of(
            "case:concept:name",
            "case:channel",
            "case:department",
            "case:responsible",
            "case:startdate",
            "case:enddate",
            "case:enddate_planned",
            "concept:name",
            "org:resource",
            "org:group",
            "time:timestamp");
    private static final int LONGEST = 200;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(java.util.Locale.ROOT);

    /** Why a line cannot be taken. */
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad(String why) {
            super(why);
        }
    }

    private final CSVRecord record;
    private final long number;

    LogLine(CSVRecord record, long number) {
        this.record = record;
        this.number = number;
    }

    long number() {
        return number;
    }

    String caseNumber() {
        return Objects.requireNonNullElse(optional("case:concept:name"), "?");
    }

    LoggedCase stated() {
        if (!record.isConsistent()) throw new Bad("has another number of columns than the header");
        entry();
        return new LoggedCase(
                number,
                required("case:concept:name"),
                optional("case:channel"),
                required("case:department"),
                optional("case:responsible"),
                time("case:startdate"),
                time("case:enddate_planned"),
                optional("case:enddate") == null ? null : time("case:enddate"),
                new ArrayList<>());
    }

    LoggedCase.Entry entry() {
        String group = optional("org:group");
        return new LoggedCase.Entry(
                required("concept:name"),
                optional("org:resource"),
                "EMPTY".equals(group) ? null : group,
                time("time:timestamp"));
    }

    boolean agreesWith(LoggedCase known) {
        LoggedCase mine = stated();
        return Objects.equals(mine.channel(), known.channel())
                && mine.department().equals(known.department())
                && Objects.equals(mine.responsible(), known.responsible())
                && mine.received().equals(known.received())
                && mine.open() == known.open();
    }

    private String required(String column) {
        String value = optional(column);
        if (value == null) throw new Bad("has no " + column);
        return value;
    }

    private @Nullable String optional(String column) {
        if (!record.isSet(column)) return null;
        String value = record.get(column).strip();
        if (value.length() > LONGEST) throw new Bad("is too long in " + column);
        if (value.indexOf('\uFFFD') >= 0) throw new Bad("is not UTF-8 in " + column);
        return value.isEmpty() ? null : value;
    }

    private Instant time(String column) {
        try {
            return OffsetDateTime.parse(required(column), TIME).toInstant();
        } catch (DateTimeException e) {
            throw new Bad("has no readable time in " + column);
        }
    }
}
