package vn.caunoi.processes.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Counts timers from the time of the event that moves the process. The engine's own clock is one for the whole JVM and
 * would make a rebuild give other moments. Durations are of calendar days in Asia/Ho_Chi_Minh.
 */
final class EventTimeCalendar implements BusinessCalendarManager, BusinessCalendar {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Override
    public BusinessCalendar getBusinessCalendar(String sort) {
        if (sort.equals("cycle")) throw new RefusedDiagram("A timer that repeats");
        return this;
    }

    @Override
    public Date resolveDuedate(String text) {
        return Date.from(moment(text.strip(), Journey.current().time()));
    }

    @Override
    public Date resolveDuedate(String text, Date start) {
        return resolveDuedate(text);
    }

    @Override
    public Date resolveDuedate(String text, Task task) {
        return resolveDuedate(text);
    }

    static Instant moment(String text, Instant now) {
        if (text.startsWith("P")) return after(text, now.atZone(ZONE)).toInstant();
        if (text.length() == "2026-12-31".length()) {
            return LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static ZonedDateTime after(String text, ZonedDateTime now) {
        int time = text.indexOf('T');
        if (time < 0) return now.plus(Period.parse(text));
        ZonedDateTime day = time > 1 ? now.plus(Period.parse(text.substring(0, time))) : now;
        return day.plus(Duration.parse("P" + text.substring(time)));
    }
}
