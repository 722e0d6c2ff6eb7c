package vn.caunoi.api.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;

/** The part of a working day in which mails of a morning are sent: from a time of the day until its end. */
public final class Morning {

    private Morning() {}

    /**
     * When the morning of this day began; empty before it, and on a day off.
     *
     * @param from time of the day, in Vietnam
     */
    public static Optional<Instant> begun(Instant now, WorkingCalendar calendar, LocalTime from) {
        LocalDate day = DueDate.dayOf(now);
        Instant begun = day.atTime(from).atZone(DueDate.ZONE).toInstant();
        return now.isBefore(begun) || !calendar.isWorkingDay(day) ? Optional.empty() : Optional.of(begun);
    }
}
