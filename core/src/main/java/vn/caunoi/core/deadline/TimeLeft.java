package vn.caunoi.core.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far away a due date is, in working days. A comparison at read time, never stored.
 *
 * @param overdue whether the due moment has passed
 * @param workingDays working days after today up to the due day (0: due today, or no working day is left), or, when
 *     overdue, working days after the due day up to today
 */
public record TimeLeft(boolean overdue, int workingDays) {

    public static TimeLeft until(Instant now, Instant due, WorkingCalendar calendar) {
        LocalDate today = now.atZone(DueDate.ZONE).toLocalDate();
        LocalDate last = due.atZone(DueDate.ZONE).toLocalDate();
        return now.isAfter(due)
                ? new TimeLeft(true, calendar.workingDaysAfter(last, today))
                : new TimeLeft(false, calendar.workingDaysAfter(today, last));
    }
}
