package vn.caunoi.processes.rules;

import org.springframework.beans.factory.FactoryBean;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.WorkingCalendar;

/** Hands the calendar of the moment to whoever asks for one, as command handlers do with each command. */
final class CalendarBean implements FactoryBean<WorkingCalendar> {

    private final CalendarInForce inForce;

    CalendarBean(CalendarInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public WorkingCalendar getObject() {
        return inForce.calendar();
    }

    @Override
    public Class<WorkingCalendar> getObjectType() {
        return WorkingCalendar.class;
    }

    @Override
    public boolean isSingleton() {
        return false;
    }
}
