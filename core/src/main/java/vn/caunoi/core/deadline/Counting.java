package vn.caunoi.core.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One counting on its way from the event day to the last day. */
final class Counting {

    private final WorkingCalendar calendar;
    private final List<CountedDay> days = new ArrayList<>();

    Counting(WorkingCalendar calendar, LocalDate event) {
        this.calendar = calendar;
        add(event, DayMark.EVENT_DAY, 0);
    }

    Counting(WorkingCalendar calendar, List<CountedDay> already) {
        this.calendar = calendar;
        days.addAll(already);
    }

    void count(int amount, LimitUnit unit) {
        for (int left = amount; left > 0; ) {
            Optional<DayMark> off = unit == LimitUnit.WORKING_DAYS ? calendar.dayOff(next()) : Optional.empty();
            if (off.isEmpty()) left--;
            add(next(), off.orElse(DayMark.COUNTED), off.isEmpty() ? number() + 1 : number());
        }
    }

    void pause(LocalDate last) {
        while (next().compareTo(last) <= 0) add(next(), DayMark.PAUSED, number());
    }

    Counted end(boolean roll) {
        boolean endsOffDuty = days.getLast().mark() == DayMark.PAUSED
                || !calendar.isWorkingDay(days.getLast().date());
        if (roll && endsOffDuty) roll();
        return Counted.ending(days.getLast().date(), days);
    }

    private void roll() {
        LocalDate end = calendar.nextWorkingDay(days.getLast().date());
        while (next().isBefore(end)) add(next(), calendar.dayOff(next()).orElseThrow(), number());
        add(end, DayMark.ROLLED, number());
    }

    private LocalDate next() {
        return days.getLast().date().plusDays(1);
    }

    private int number() {
        return days.getLast().number();
    }

    private void add(LocalDate date, DayMark mark, int number) {
        days.add(new CountedDay(date, mark, number, calendar.nameOf(date).orElse(null)));
    }
}
