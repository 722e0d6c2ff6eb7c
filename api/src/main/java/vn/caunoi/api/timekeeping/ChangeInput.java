package vn.caunoi.api.timekeeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.DayChange;
import vn.caunoi.core.timekeeping.TimeChange;

/**
 * A change of the calendar or of a row of the deadline table as somebody wrote it, nothing checked yet: either days or
 * a rule.
 *
 * @param running whether the row is also for deadlines that run; days always are
 * @param missedToo whether deadlines that passed run again if with the change they lie ahead
 * @param reason told in every case whose deadline moves
 */
@Schema(name = "TimeChangeInput")
public record ChangeInput(
        @Nullable List<@Nullable Day> days,
        @Nullable Rule rule,
        @Nullable Boolean running,
        @Nullable Boolean missedToo,
        @Nullable String reason) {

    /**
     * @param until last day of several; left out: one day
     * @param what {@code HOLIDAY, SWAP_OFF, SWAP_WORKING, HALF}, or {@code ORDINARY}: like its weekday again
     */
    @Schema(name = "TimeChangeDay")
    public record Day(
            @Nullable LocalDate date,
            @Nullable LocalDate until,
            @Nullable String what,
            @Nullable String name,
            @Nullable String source,
            @Nullable String confidence) {}

    /**
     * @param row id of a row of the table
     * @param unit {@code CALENDAR_DAYS} or {@code WORKING_DAYS}
     * @param roll whether a last day off gives way to the next working day; true when left out
     * @param validFrom first day on which a limit is set by it; {@code validTo} the last one, open when left out
     */
    @Schema(name = "TimeChangeRule")
    public record Rule(
            @Nullable String row,
            @Nullable Integer amount,
            @Nullable String unit,
            @Nullable Boolean roll,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String source,
            @Nullable String confidence) {}

    private static final String ORDINARY = "ORDINARY";
    private static final int LINE = 200;
    private static final int LONG = 2_000;
    private static final int SHORT = 20;
    private static final int MOST_DAYS = 60;
    private static final int MOST_AT_ONCE = 31;
    private static final int LONGEST_LIMIT = 3_650;
    private static final int YEARS_BACK = 3;
    private static final int YEARS_AHEAD = 5;
    private static final int YEARS_OF_RULE = 50;
    private static final Set<String> CONFIDENCE = Set.of("S", "S-", "M+", "M?", "X");

    /** The change, without a number yet. */
    TimeChange checked(LocalDate today) {
        Input input = new Input();
        List<DayChange> changed = new ArrayList<>();
        List<@Nullable Day> given = new ArrayList<>();
        if (days != null) given.addAll(days);
        if (given.isEmpty() == (rule == null)) input.wrong("days", "days-or-rule", "give either days or a rule");
        if (given.size() > MOST_DAYS) input.wrong("days", "too-great", "are at most " + MOST_DAYS);
        for (int at = 0; at < Math.min(given.size(), MOST_DAYS); at++)
            changed.addAll(days("days[" + at + "].", given.get(at), today, input));
        mustDiffer(changed, input);
        AmendedRule amended = rule == null ? null : rule(rule, today, input);
        String why = input.required("reason", reason, LONG);
        input.mustBeValid();
        return new TimeChange(0, changed, amended, Boolean.TRUE.equals(running), Boolean.TRUE.equals(missedToo), why);
    }

    private static List<DayChange> days(String at, @Nullable Day day, LocalDate today, Input input) {
        if (day == null || input.present(at + "date", day.date()) == null) return List.of();
        LocalDate first = Objects.requireNonNull(day.date());
        LocalDate last = Objects.requireNonNullElse(day.until(), first);
        if (last.isBefore(first)) input.wrong(at + "until", "too-early", "must not be before the first day");
        if (ChronoUnit.DAYS.between(first, last) >= MOST_AT_ONCE)
            input.wrong(at + "until", "too-late", "are at most " + MOST_AT_ONCE + " days");
        boolean strange = first.isBefore(today.minusYears(YEARS_BACK)) || last.isAfter(today.plusYears(YEARS_AHEAD));
        if (strange) input.wrong(at + "date", "out-of-bounds", "is too far from today");
        boolean ordinary =
                ORDINARY.equalsIgnoreCase(day.what() == null ? "" : day.what().strip());
        CalendarDay.What what = ordinary ? null : input.choice(at + "what", day.what(), CalendarDay.What.class);
        if (!ordinary && (day.what() == null || day.what().isBlank()))
            input.wrong(at + "what", "required", "must be given");
        String name = ordinary ? "" : input.required(at + "name", day.name(), LINE);
        String source = input.required(at + "source", day.source(), LINE);
        String sure = confidence(at + "confidence", day.confidence(), input);
        List<DayChange> all = new ArrayList<>();
        if (strange || ChronoUnit.DAYS.between(first, last) >= MOST_AT_ONCE) return all;
        for (LocalDate one = first; !one.isAfter(last); one = one.plusDays(1))
            all.add(new DayChange(one, what, name, source, sure));
        return all;
    }

    private static void mustDiffer(List<DayChange> days, Input input) {
        Set<LocalDate> seen = new HashSet<>();
        for (DayChange day : days) {
            if (!seen.add(day.date())) input.wrong("days", "day-twice", "has " + day.date() + " twice");
        }
    }

    private static AmendedRule rule(Rule rule, LocalDate today, Input input) {
        String row = input.required("row", rule.row(), SHORT);
        Integer amount = input.present("amount", rule.amount());
        if (amount != null && amount < 1) input.wrong("amount", "too-small", "has at least one day");
        if (amount != null && amount > LONGEST_LIMIT) input.wrong("amount", "too-great", "is at most " + LONGEST_LIMIT);
        LimitUnit unit = input.choice("unit", input.required("unit", rule.unit(), SHORT), LimitUnit.class);
        LocalDate from = input.present("validFrom", rule.validFrom());
        LocalDate to = rule.validTo();
        mustBeNear("validFrom", from, today, input);
        mustBeNear("validTo", to, today, input);
        if (from != null && to != null && to.isBefore(from))
            input.wrong("validTo", "too-early", "must not be before the first day");
        String source = input.required("source", rule.source(), LINE);
        String sure = confidence("confidence", rule.confidence(), input);
        input.mustBeValid();
        return new AmendedRule(
                row,
                0,
                new Limit(Objects.requireNonNull(amount), Objects.requireNonNull(unit)),
                !Boolean.FALSE.equals(rule.roll()),
                source,
                sure,
                Objects.requireNonNull(from),
                to);
    }

    private static void mustBeNear(String field, @Nullable LocalDate day, LocalDate today, Input input) {
        if (day == null) return;
        boolean strange = day.isBefore(today.minusYears(YEARS_OF_RULE)) || day.isAfter(today.plusYears(YEARS_OF_RULE));
        if (strange) input.wrong(field, "out-of-bounds", "is too far from today");
    }

    private static String confidence(String field, @Nullable String given, Input input) {
        String sure = Objects.requireNonNullElse(input.optional(field, given, SHORT), "M?");
        if (!CONFIDENCE.contains(sure)) input.wrong(field, "not-an-option", "is one of S, S-, M+, M? and X");
        return sure;
    }
}
