package vn.caunoi.core.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which days are worked (ngày làm việc): weekends, and a kept table of holidays and swaps. Outside the years of the
 * table only weekends are known to be off; ask {@link #covers}.
 *
 * @param version of the table, recorded with what was counted by it
 * @param days the rows that apply, by date
 * @param proposed rows that are not decided yet and do not apply
 */
public record WorkingCalendar(
        String name,
        String version,
        Set<DayOfWeek> weekend,
        Map<LocalDate, CalendarDay> days,
        List<CalendarDay> proposed) {

    public WorkingCalendar {
        if (weekend.size() >= DayOfWeek.values().length) throw new IllegalArgumentException("a week without work");
        weekend = Set.copyOf(weekend);
        days = Map.copyOf(days);
        proposed = List.copyOf(proposed);
    }

    /** A calendar of the given rows; two rows that apply to one day are an error. */
    public static WorkingCalendar of(String name, String version, Set<DayOfWeek> weekend, List<CalendarDay> rows) {
        var days = new TreeMap<LocalDate, CalendarDay>();
        var proposed = new ArrayList<CalendarDay>();
        for (CalendarDay row : rows) {
            if (!row.applies()) proposed.add(row);
            else if (days.put(row.date(), row) != null) throw new IllegalArgumentException("twice: " + row.date());
        }
        return new WorkingCalendar(name, version, weekend, days, proposed);
    }

    /** The calendar of Vietnam that the product ships, 2025 to 2027. */
    public static WorkingCalendar vietnam() {
        return CalendarTable.shipped("vn");
    }

    /** The same calendar with what is proposed taken as decided, for a preview; proposals win over days they name. */
    public WorkingCalendar withProposed() {
        var all = new TreeMap<>(days);
        proposed.forEach(row -> all.put(row.date(), row));
        return new WorkingCalendar(name, version + "+proposed", weekend, all, List.of());
    }

    /**
     * The same calendar with other days.
     *
     * @param put days that are unlike their weekday from now on
     * @param gone days that are like their weekday again
     */
    public WorkingCalendar changed(String newVersion, Collection<CalendarDay> put, Set<LocalDate> gone) {
        var all = new TreeMap<>(days);
        gone.forEach(all::remove);
        put.forEach(day -> all.put(day.date(), day));
        List<CalendarDay> open = proposed.stream()
                .filter(day -> !gone.contains(day.date())
                        && put.stream().noneMatch(one -> one.date().equals(day.date())))
                .toList();
        return new WorkingCalendar(name, newVersion, weekend, all, open);
    }

    /** What the table says of the day, if it is unlike its weekday. */
    public Optional<CalendarDay> day(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    public boolean isWorkingDay(LocalDate date) {
        return dayOff(date).isEmpty();
    }

    /** Why the day is off ({@code WEEKEND, HOLIDAY} or {@code SWAP_OFF}); empty for a working day. */
    public Optional<DayMark> dayOff(LocalDate date) {
        CalendarDay day = days.get(date);
        if (day == null) return weekend.contains(date.getDayOfWeek()) ? Optional.of(DayMark.WEEKEND) : Optional.empty();
        return switch (day.what()) {
            case HOLIDAY -> Optional.of(DayMark.HOLIDAY);
            case SWAP_OFF -> Optional.of(DayMark.SWAP_OFF);
            case SWAP_WORKING, HALF -> Optional.empty();
        };
    }

    /** What the table calls the day, if it has a row for it. */
    public Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(days.get(date)).map(CalendarDay::name);
    }

    /** The first working day after the given day. */
    public LocalDate nextWorkingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorkingDay(next)) next = next.plusDays(1);
        return next;
    }

    /** Number of working days after one day up to and with another; 0 when there is none. */
    public int workingDaysAfter(LocalDate after, LocalDate to) {
        return (int) after.plusDays(1)
                .datesUntil(to.isAfter(after) ? to.plusDays(1) : after.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Whether the table has rows for the year of this day, so that its holidays are known. */
    public boolean covers(LocalDate date) {
        return days.keySet().stream().anyMatch(day -> day.getYear() == date.getYear());
    }
}
