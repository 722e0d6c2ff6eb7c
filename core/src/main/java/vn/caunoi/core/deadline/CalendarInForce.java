package vn.caunoi.core.deadline;

/** The calendar as it is at this moment: administrators change it while the program runs. */
@FunctionalInterface
public interface CalendarInForce {

    WorkingCalendar calendar();
}
