package vn.caunoi.core.report;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Where a term begins and ends. One that begins later in the year than it ends begins in the year before.
 *
 * @param from first day, as {@code 12-15}; {@code to} last day
 */
public record Cutoff(Term term, String from, String to, boolean tablesOnly) {
    public Cutoff {
        day(from);
        day(to);
    }

    public ReportPeriod of(int year) {
        boolean before = day(from).isAfter(day(to));
        LocalDate first = day(from).atYear(before ? year - 1 : year);
        return new ReportPeriod(year, term, first, day(to).atYear(year), tablesOnly);
    }

    private static MonthDay day(String text) {
        return MonthDay.parse("--" + text);
    }
}
