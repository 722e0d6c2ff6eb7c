package vn.caunoi.core.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of an explained due date.
 *
 * @param number how many days of the limit were used up at the end of this day
 * @param name what the calendar calls the day (a holiday, a swap), if anything
 */
public record CountedDay(
        LocalDate date, DayMark mark, int number, @Nullable String name) {}
