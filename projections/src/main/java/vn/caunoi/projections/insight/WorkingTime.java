package vn.caunoi.projections.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * How much working time lies between two moments, zone Asia/Ho_Chi_Minh. A working day has eight hours, from half past seven to
 * half past eleven and from half past one to half past five; a half day the first four.
 */
public final class WorkingTime {
    /** Seconds of a whole working day. */
    public static final int DAY = 8 * 3_600;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2080, 1, 1);
    private static final int MORNING = LocalTime.of(7, 30).toSecondOfDay();
    private static final int AFTERNOON = LocalTime.of(13, 30).toSecondOfDay();
    private static final int HALF = DAY / 2;

    private final int[] worked;
    private final long[] before;

    private WorkingTime(int[] worked, long[] before) {
        this.worked = worked;
        this.before = before;
    }

    public static WorkingTime of(WorkingCalendar calendar) {
        int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay());
        int[] worked = new int[days];
        long[] before = new long[days + 1];
        for (int day = 0; day < days; day++) {
            worked[day] = seconds(calendar, FIRST.plusDays(day));
            before[day + 1] = before[day] + worked[day];
        }
        return new WorkingTime(worked, before);
    }

    private static int seconds(WorkingCalendar calendar, LocalDate date) {
        if (!calendar.isWorkingDay(date)) return 0;
        return calendar.day(date)
                .filter(day -> day.what() == CalendarDay.What.HALF)
                .map(half -> HALF)
                .orElse(DAY);
    }

    /** Seconds; 0 when the end is not after the beginning. */
    public long between(Instant from, Instant to) {
        return to.isAfter(from) ? at(to) - at(from) : 0;
    }

    /** Working days from a day long ago until a moment: moments on a clock that stands still when nobody works. */
    public double days(Instant moment) {
        return (double) at(moment) / DAY;
    }

    private long at(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, DueDate.ZONE);
        long day = time.toLocalDate().toEpochDay() - FIRST.toEpochDay();
        if (day < 0) return 0;
        if (day >= worked.length) return before[worked.length];
        int place = (int) day;
        return before[place] + Math.min(worked[place], today(time.toLocalTime().toSecondOfDay()));
    }

    private static int today(int second) {
        return within(second - MORNING) + within(second - AFTERNOON);
    }

    private static int within(int seconds) {
        return Math.clamp(seconds, 0, HALF);
    }
}
