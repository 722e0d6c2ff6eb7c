package vn.caunoi.api.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.projections.oversight.Oversight;

/** Weeks from Monday to Sunday, each day with what is due on it and whether it is worked. */
final class DueMonth {

    private static final int WEEK = 7;

    /** How much is shown at once. */
    enum View {
        MONTH,
        WEEK
    }

    /**
     * A day of the grid.
     *
     * @param inside whether it belongs to the month that is shown
     * @param mark what the working calendar says of it, if it is unlike its weekday
     */
    record Day(
            LocalDate date,
            boolean inside,
            boolean off,
            @Nullable CalendarDay mark,
            List<Oversight.DueDay> dues,
            List<Oversight.DueCase> cases,
            long more) {

        public boolean isBare() {
            return dues.isEmpty() && mark == null;
        }
    }

    private DueMonth() {}

    /** The first day that is shown; a month is shown with the whole of its first and last week. */
    static LocalDate first(View view, LocalDate at) {
        LocalDate from = view == View.MONTH ? at.withDayOfMonth(1) : at;
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate last(View view, LocalDate at) {
        LocalDate to = view == View.MONTH ? at.with(TemporalAdjusters.lastDayOfMonth()) : at;
        return to.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** @param on the first cases of each day; asked of a week only */
    static List<List<Day>> weeks(
            View view,
            LocalDate at,
            WorkingCalendar calendar,
            List<Oversight.DueDay> dues,
            Map<LocalDate, List<Oversight.DueCase>> on) {
        Map<LocalDate, List<Oversight.DueDay>> byDay =
                dues.stream().collect(Collectors.groupingBy(Oversight.DueDay::day));
        List<Day> days = first(view, at)
                .datesUntil(last(view, at).plusDays(1))
                .map(date -> new Day(
                        date,
                        view == View.WEEK || date.getMonth() == at.getMonth(),
                        !calendar.isWorkingDay(date),
                        calendar.day(date).orElse(null),
                        byDay.getOrDefault(date, List.of()),
                        on.getOrDefault(date, List.of()),
                        more(byDay.getOrDefault(date, List.of()), on.get(date))))
                .toList();
        return IntStream.range(0, days.size() / WEEK)
                .mapToObj(week -> days.subList(week * WEEK, (week + 1) * WEEK))
                .toList();
    }

    private static long more(List<Oversight.DueDay> dues, @Nullable List<Oversight.DueCase> shown) {
        if (shown == null) return 0;
        return dues.stream().mapToLong(Oversight.DueDay::cases).sum() - shown.size();
    }
}
