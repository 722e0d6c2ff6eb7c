package vn.caunoi.core.deadline;

import java.time.LocalDate;

/**
 * One row of the calendar's table.
 *
 * @param source where the date was taken from
 * @param confidence how sure it is: {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 * @param applies false for a date that is proposed but not decided: kept and shown, not counted
 */
public record CalendarDay(LocalDate date, What what, String name, String source, String confidence, boolean applies) {

    /** What makes the day unlike its weekday. */
    public enum What {
        /** A public holiday, or the day given for one that fell on a weekend (Labour Code 2019, art. 111.3, 112). */
        HOLIDAY,
        /** A day off that is worked on another day. */
        SWAP_OFF,
        /** A weekend day that is worked in its place. */
        SWAP_WORKING,
        /** Worked for half a day; counts as a working day. */
        HALF
    }
}
