package vn.caunoi.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every limit on every day of the calendar. */
class DueDatePropertyTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.vietnam();

    @Property
    void a_due_date_never_falls_on_a_day_off_when_it_rolls(
            @ForAll("days") LocalDate event, @ForAll("limits") Limit limit) {
        assertThat(CALENDAR.isWorkingDay(
                        DueDate.count(CALENDAR, event, limit, true).last()))
                .isTrue();
    }

    @Property
    void the_counted_days_add_up_to_the_limit(
            @ForAll("days") LocalDate event, @ForAll("limits") Limit limit, @ForAll boolean roll) {
        Counted counted = DueDate.count(CALENDAR, event, limit, roll);
        assertThat(numbersOfCountedDays(counted)).isEqualTo(oneTo(limit.amount()));
        assertThat(counted.explanation().getFirst())
                .isEqualTo(new CountedDay(
                        event, DayMark.EVENT_DAY, 0, CALENDAR.nameOf(event).orElse(null)));
        assertThat(counted.explanation().getLast().date()).isEqualTo(counted.last());
        assertThatDaysFollowEachOther(counted);
    }

    @Property
    void a_later_event_is_never_due_earlier(
            @ForAll("days") LocalDate event, @ForAll("limits") Limit limit, @ForAll boolean roll) {
        assertThat(DueDate.count(CALENDAR, event.plusDays(1), limit, roll).last())
                .isAfterOrEqualTo(DueDate.count(CALENDAR, event, limit, roll).last());
    }

    @Property
    void a_longer_limit_is_never_due_earlier(
            @ForAll("days") LocalDate event, @ForAll("limits") Limit limit, @ForAll boolean roll) {
        var longer = new Limit(limit.amount() + 1, limit.unit());
        assertThat(DueDate.count(CALENDAR, event, longer, roll).last())
                .isAfterOrEqualTo(DueDate.count(CALENDAR, event, limit, roll).last());
    }

    @Property
    void pausing_n_working_days_moves_a_working_limit_by_exactly_n_working_days(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(min = 1, max = 90) int after,
            @ForAll @IntRange(min = 0, max = 60) int length) {
        Counted before = DueDate.count(CALENDAR, event, Limit.workingDays(amount), true);
        Pause pause = pauseWithin(before, after, length);
        Counted resumed = DueDate.resumed(CALENDAR, before, pause, LimitUnit.WORKING_DAYS, true);
        int paused = CALENDAR.workingDaysAfter(
                pause.suspendedOn().minusDays(1), pause.resumedOn().minusDays(1));
        assertThat(CALENDAR.workingDaysAfter(before.last(), resumed.last())).isEqualTo(paused);
        assertThat(numbersOfCountedDays(resumed)).isEqualTo(oneTo(amount));
        assertThatDaysFollowEachOther(resumed);
    }

    @Property
    void a_pause_moves_a_calendar_limit_by_its_whole_days(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(min = 1, max = 60) int after,
            @ForAll @IntRange(min = 0, max = 60) int length) {
        Counted before = DueDate.count(CALENDAR, event, Limit.calendarDays(amount), false);
        Pause pause = pauseWithin(before, after, length);
        Counted resumed = DueDate.resumed(CALENDAR, before, pause, LimitUnit.CALENDAR_DAYS, false);
        assertThat(resumed.last()).isEqualTo(before.last().plusDays(length));
        assertThatDaysFollowEachOther(resumed);
    }

    @Property
    void time_left_counts_the_days_that_the_limit_still_has(
            @ForAll("days") LocalDate event, @ForAll @IntRange(min = 1, max = 60) int amount) {
        Counted counted = DueDate.count(CALENDAR, event, Limit.workingDays(amount), true);
        var noon = event.atTime(12, 0).atZone(DueDate.ZONE).toInstant();
        assertThat(TimeLeft.until(noon, counted.due(), CALENDAR)).isEqualTo(new TimeLeft(false, amount));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365 * 3 - 1).map(LocalDate.parse("2025-01-01")::plusDays);
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Combinators.combine(Arbitraries.integers().between(1, 90), Arbitraries.of(LimitUnit.class))
                .as(Limit::new);
    }

    private static Pause pauseWithin(Counted counted, int after, int length) {
        LocalDate event = counted.explanation().getFirst().date();
        LocalDate day = event.plusDays(after);
        LocalDate from = day.isAfter(counted.last()) ? counted.last() : day;
        return new Pause(from, from.plusDays(length));
    }

    private static List<Integer> numbersOfCountedDays(Counted counted) {
        return counted.explanation().stream()
                .filter(day -> day.mark() == DayMark.COUNTED)
                .map(CountedDay::number)
                .toList();
    }

    private static List<Integer> oneTo(int amount) {
        return IntStream.rangeClosed(1, amount).boxed().toList();
    }

    private static void assertThatDaysFollowEachOther(Counted counted) {
        List<CountedDay> days = counted.explanation();
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).date()).isEqualTo(days.get(i - 1).date().plusDays(1));
        }
    }
}
