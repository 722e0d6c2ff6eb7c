package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DayMark;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.petition.DeadlineCommand.Recount;
import vn.caunoi.core.petition.DeadlineEvent.*;

/** Deadlines that run are counted anew when the calendar or the law changes. */
class RecountTest {

    private static final LocalDate CULTURE = LocalDate.of(2026, 11, 24);

    /** Before anybody knew of the Day of Culture. */
    private static final WorkingCalendar BEFORE = CALENDAR.changed("before", List.of(), Set.of(CULTURE));

    private static final DeadlineRule TEN_WORKING_DAYS = new DeadlineRule(
            "D04", "deadlines-1", "accept_1", Limit.workingDays(10), true, "LKN", "S", LocalDate.of(2012, 7, 1));

    private static DeadlineSet setBefore(DeadlineRule rule, LocalDate from) {
        Counted counted = DueDate.count(BEFORE, from, rule);
        return new DeadlineSet(
                ID,
                rule.stage(),
                Basis.RECEIVED,
                from,
                rule.limit(),
                rule.roll(),
                counted.due(),
                rule.id(),
                rule.version(),
                BEFORE.version(),
                rule.source(),
                counted.explanation());
    }

    private static Recount recount(@Nullable DeadlineRule rule, boolean missedToo) {
        String cause = rule == null ? "calendar-changed" : "rule-changed";
        return new Recount(ID, "accept_1", CALENDAR, rule, missedToo, cause, "NQ 28/2026/QH16");
    }

    private static DeadlineRecalculated recalculated(DeadlineSet before, LocalDate last) {
        Counted counted = DueDate.count(CALENDAR, before.from(), TEN_WORKING_DAYS);
        assertThat(counted.last()).isEqualTo(last);
        return new DeadlineRecalculated(
                ID,
                "accept_1",
                before.from(),
                before.due(),
                counted.due(),
                "D04",
                "deadlines-1",
                CALENDAR.version(),
                "calendar-changed",
                counted.explanation(),
                text("NQ 28/2026/QH16"));
    }

    @Test
    void ten_working_days_from_18_November_end_a_day_later_when_the_Day_of_Culture_becomes_a_holiday() {
        DeadlineSet set = setBefore(TEN_WORKING_DAYS, TODAY);
        assertThat(set.due()).isEqualTo(due(2026, 12, 2));
        DeadlineRecalculated moved = recalculated(set, LocalDate.of(2026, 12, 3));
        given(received(), set)
                .when(recount(null, false))
                .expectResultMessagePayload(true)
                .expectEvents(moved);
        assertThat(moved.explanation()).anyMatch(day -> day.date().equals(CULTURE) && day.mark() == DayMark.HOLIDAY);
    }

    @Test
    void tasks_move_with_it_and_a_second_time_nothing_moves() {
        DeadlineSet set = setBefore(TEN_WORKING_DAYS, TODAY);
        DeadlineRecalculated moved = recalculated(set, LocalDate.of(2026, 12, 3));
        expect(
                given(received(), set, opened("classify", null, set.due())).when(recount(null, false)),
                DeadlineRecalculated.class,
                TaskEvent.TaskDueMoved.class);
        given(received(), set, moved)
                .when(recount(null, false))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void what_was_met_or_missed_stays() {
        DeadlineSet set = setBefore(TEN_WORKING_DAYS, TODAY);
        given(received(), set, met("accept_1", NOW, false))
                .when(recount(null, true))
                .expectNoEvents();
        DeadlineSet passed = setBefore(TEN_WORKING_DAYS, LocalDate.of(2026, 11, 2));
        given(received(), passed, new DeadlineMissed(ID, "accept_1", passed.due()))
                .when(recount(null, true))
                .expectNoEvents();
    }

    @Test
    void a_missed_one_that_lies_ahead_with_the_change_runs_again_if_the_change_says_so() {
        var due =
                new DeadlineRule("D04.2", "deadlines-1+1", "accept_1", Limit.workingDays(20), true, "Luật", "S", null);
        DeadlineSet passed = setBefore(TEN_WORKING_DAYS, LocalDate.of(2026, 11, 2));
        DeadlineMissed missed = new DeadlineMissed(ID, "accept_1", passed.due());
        given(received(), passed, missed).when(recount(due, false)).expectNoEvents();
        expect(given(received(), passed, missed).when(recount(due, true)), DeadlineRecalculated.class);
    }

    @Test
    void one_that_is_paused_stays_paused_and_goes_on_by_the_new_calendar() {
        DeadlineSet set = setBefore(TEN_WORKING_DAYS, LocalDate.of(2026, 11, 17));
        var suspended = suspended(LocalDate.of(2026, 11, 18));
        var paused = new DeadlinePaused(ID, "accept_1", LocalDate.of(2026, 11, 18));
        Deadline open = Deadline.of(set).paused(paused.from());
        Counted anew = open.countedAfter(CALENDAR, set.from());
        var moved = new DeadlineRecalculated(
                ID,
                "accept_1",
                set.from(),
                set.due(),
                anew.due(),
                "D04",
                "deadlines-1",
                CALENDAR.version(),
                "calendar-changed",
                anew.explanation(),
                text("NQ 28/2026/QH16"));
        given(received(), set, suspended, paused).when(recount(null, false)).expectEvents(moved);
        Deadline after = open.recalculated(moved);
        assertThat(after.isPaused()).isTrue();
        assertThat(after.continued(CALENDAR, TODAY).last()).isEqualTo(anew.last());
    }

    @Test
    void another_limit_is_counted_and_recorded_with_its_row_and_the_next_pause_counts_by_it() {
        var other =
                new DeadlineRule("D04.2", "deadlines-1+1", "accept_1", Limit.calendarDays(30), true, "Luật", "S", null);
        DeadlineSet set = setBefore(TEN_WORKING_DAYS, TODAY);
        Counted counted = DueDate.count(CALENDAR, TODAY, other);
        var moved = new DeadlineRecalculated(
                ID,
                "accept_1",
                TODAY,
                set.due(),
                counted.due(),
                "D04.2",
                "deadlines-1+1",
                CALENDAR.version(),
                "rule-changed",
                counted.explanation(),
                text("NQ 28/2026/QH16"),
                other.limit(),
                true,
                "Luật");
        given(received(), set).when(recount(other, false)).expectEvents(moved);
        Deadline after = Deadline.of(set).recalculated(moved);
        assertThat(after.limit()).isEqualTo(other.limit());
        assertThat(after.rule()).isEqualTo("D04.2");
        assertThat(after.source()).isEqualTo("Luật");
    }

    /** Whatever happened to it on its way: counted anew it is what it would be had the calendar been known from the start. */
    @Property
    void counting_anew_is_counting_with_the_new_calendar_from_the_start(
            @ForAll("days") LocalDate from,
            @ForAll("days") LocalDate holiday,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 0, max = 40) int pausedAfter,
            @ForAll @IntRange(min = 0, max = 30) int paused,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        var day = new CalendarDay(holiday, CalendarDay.What.HOLIDAY, "h", "s", "S", true);
        WorkingCalendar changed = CALENDAR.changed("changed", List.of(day), Set.of());
        Deadline old = onItsWay(CALENDAR, from, new Limit(amount, unit), pausedAfter, paused, more);
        Deadline known = onItsWay(changed, from, new Limit(amount, unit), pausedAfter, paused, more);
        Counted anew = old.countedAfter(changed, from);
        assertThat(anew.due()).isEqualTo(known.due());
        assertThat(anew.explanation()).isEqualTo(known.explanation());
        assertThat(old.countedAfter(CALENDAR, from).due()).isEqualTo(old.due());
    }

    private static Deadline onItsWay(
            WorkingCalendar calendar, LocalDate from, Limit limit, int pausedAfter, int paused, int more) {
        var rule = new DeadlineRule("D04", "1", "accept_1", limit, true, "s", "S", null);
        Counted counted = DueDate.count(calendar, from, rule);
        Deadline deadline = Deadline.of(new DeadlineSet(
                ID,
                "accept_1",
                Basis.RECEIVED,
                from,
                limit,
                true,
                counted.due(),
                "D04",
                "1",
                "c",
                "s",
                counted.explanation()));
        LocalDate first = from.plusDays(pausedAfter);
        deadline = deadline.paused(first);
        Counted resumed = deadline.continued(calendar, first.plusDays(paused));
        deadline = deadline.continued(new DeadlineContinued(
                ID, "accept_1", first.plusDays(paused), deadline.due(), resumed.due(), resumed.explanation()));
        Counted extended = deadline.extended(calendar, Limit.calendarDays(more));
        Instant before = deadline.due();
        return deadline.extended(new DeadlineExtended(
                ID, "accept_1", Limit.calendarDays(more), before, extended.due(), text("r"), extended.explanation()));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 500).map(LocalDate.parse("2026-01-01")::plusDays);
    }
}
