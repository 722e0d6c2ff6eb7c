package vn.caunoi.core.timekeeping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CalendarDay;

/**
 * A day that is otherwise from now on.
 *
 * @param what null: the day is like its weekday again
 * @param source where the date was taken from
 * @param confidence how sure it is: {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 */
public record DayChange(
        LocalDate date, CalendarDay.@Nullable What what, String name, String source, String confidence) {

    /** As a row of the calendar; only of a day that is unlike its weekday. */
    CalendarDay row() {
        if (what == null) throw new IllegalStateException(date + " is like its weekday");
        return new CalendarDay(date, what, name, source, confidence, true);
    }
}
