package vn.caunoi.core.report;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import vn.caunoi.core.deadline.DueDate;

/**
 * A period that is reported, in whole days of Asia/Ho_Chi_Minh.
 *
 * @param year the year it is named after; it begins in December of the year before
 * @param tablesOnly whether the tables go up without a report in words
 */
public record ReportPeriod(int year, Term term, LocalDate from, LocalDate last, boolean tablesOnly) {

    public boolean isOver(LocalDate today) {
        return today.isAfter(last);
    }

    /** The first moment, and with {@code end} the first after it. */
    public ZonedDateTime start() {
        return from.atStartOfDay(DueDate.ZONE);
    }

    public ZonedDateTime end() {
        return last.plusDays(1).atStartOfDay(DueDate.ZONE);
    }
}
