package vn.caunoi.core.timekeeping;

import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.WorkingCalendar;

/** Knows what is in force, and what would be. */
public interface Timekeeper extends CalendarInForce {

    /** All changes so far. */
    TimeInForce time();

    /** The calendar as it would be with these changes. */
    WorkingCalendar calendar(TimeInForce time);

    /** What was published of a row, as an answer about that stage, in the version of the table with these changes. */
    DeadlineRule rule(AmendedRule rule, TimeInForce time, String stage);

    /** Something has just been changed here: it is read again at once. */
    void forget();
}
