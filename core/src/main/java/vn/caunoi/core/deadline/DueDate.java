package vn.caunoi.core.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts limits by the Civil Code 2015, art. 147-148: the day of the event is not counted, the limit ends at
 * 24:00 of its last day, and, where the rule rolls, a last day off gives way to the next working day.
 */
public final class DueDate {

    /** The zone of every day and due date. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private DueDate() {}

    /** The due date of a limit that the event of the given day sets running. */
    public static Counted count(WorkingCalendar calendar, LocalDate event, Limit limit, boolean roll) {
        var days = new Counting(calendar, event);
        days.count(limit.amount(), limit.unit());
        return days.end(roll);
    }

    /** The due date by a rule of the table. */
    public static Counted count(WorkingCalendar calendar, LocalDate event, DeadlineRule rule) {
        return count(calendar, event, rule.limit(), rule.roll());
    }

    /**
     * The due date after a suspension: days counted before it stay counted, what was left of the limit runs from the
     * day of the resumption. Calendar limits gain the whole days of the pause, working limits its working days.
     * A suspension after the last day changes nothing. A due date without an explanation (taken over from another
     * register) moves on by the days of the pause.
     */
    public static Counted resumed(WorkingCalendar calendar, Counted before, Pause pause, LimitUnit unit, boolean roll) {
        if (pause.suspendedOn().isAfter(before.last())) return before;
        if (before.explanation().isEmpty()) return movedOn(calendar, before, pause, unit, roll);
        LocalDate event = before.explanation().getFirst().date();
        LocalDate from = pause.suspendedOn().isAfter(event) ? pause.suspendedOn() : event.plusDays(1);
        if (!pause.resumedOn().isAfter(from)) return before;
        var days = new Counting(calendar, daysBefore(from, before));
        days.pause(pause.resumedOn().minusDays(1));
        days.count(countedSince(from, before), unit);
        return days.end(roll);
    }

    /**
     * The due date after an extension (gia hạn): the further limit starts on the day after the old last day, and the
     * numbers of its days start at 1 again.
     */
    public static Counted extended(WorkingCalendar calendar, Counted before, Limit more, boolean roll) {
        Counted further = count(calendar, before.last(), more, roll);
        var days = new ArrayList<>(before.explanation());
        days.addAll(further.explanation().subList(1, further.explanation().size()));
        return Counted.ending(further.last(), days);
    }

    /**
     * The due date counted from the start as if the calendar had always been this one, with the same extensions and pauses.
     *
     * @param changes in the order they came
     */
    public static Counted anew(
            WorkingCalendar calendar, LocalDate event, Limit limit, boolean roll, List<LimitChange> changes) {
        Counted counted = count(calendar, event, limit, roll);
        for (LimitChange change : changes) {
            if (change.extension() != null) counted = extended(calendar, counted, change.extension(), roll);
            if (change.pause() != null) counted = resumed(calendar, counted, change.pause(), limit.unit(), roll);
        }
        return counted;
    }

    /** The day a moment lies on, where the law is applied. */
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** The last second of a day, the due moment of a limit that ends on it. */
    public static Instant endOf(LocalDate last) {
        return last.atTime(LocalTime.of(23, 59, 59)).atZone(ZONE).toInstant();
    }

    private static Counted movedOn(
            WorkingCalendar calendar, Counted before, Pause pause, LimitUnit unit, boolean roll) {
        LocalDate first = pause.suspendedOn();
        int lost =
                switch (unit) {
                    case CALENDAR_DAYS -> (int) ChronoUnit.DAYS.between(first, pause.resumedOn());
                    case WORKING_DAYS ->
                        calendar.workingDaysAfter(
                                first.minusDays(1), pause.resumedOn().minusDays(1));
                };
        return lost == 0 ? before : extended(calendar, before, new Limit(lost, unit), roll);
    }

    private static List<CountedDay> daysBefore(LocalDate from, Counted counted) {
        return counted.explanation().stream()
                .filter(day -> day.date().isBefore(from))
                .toList();
    }

    private static int countedSince(LocalDate from, Counted counted) {
        return (int) counted.explanation().stream()
                .filter(day -> day.mark() == DayMark.COUNTED && !day.date().isBefore(from))
                .count();
    }
}
