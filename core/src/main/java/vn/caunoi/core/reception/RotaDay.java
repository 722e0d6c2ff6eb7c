package vn.caunoi.core.reception;

import java.time.LocalDate;
import vn.caunoi.core.deadline.WorkingCalendar;

/** The day a reception falls on: one of the rota that is off gives way to the next working day. */
public final class RotaDay {

    private RotaDay() {}

    /** @param fixed unscheduled: on the day it is needed */
    public static LocalDate of(LocalDate wanted, boolean fixed, WorkingCalendar calendar) {
        return fixed || calendar.isWorkingDay(wanted) ? wanted : calendar.nextWorkingDay(wanted);
    }
}
