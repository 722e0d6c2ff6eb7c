package vn.caunoi.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueDateTest {

    private final WorkingCalendar calendar = WorkingCalendar.vietnam();

    @Test
    void every_day_of_a_working_limit_is_explained() {
        assertThat(workingDays("2026-11-20", 2).explanation())
                .containsExactly(
                        day("2026-11-20", DayMark.EVENT_DAY, 0),
                        day("2026-11-21", DayMark.WEEKEND, 0),
                        day("2026-11-22", DayMark.WEEKEND, 0),
                        day("2026-11-23", DayMark.COUNTED, 1),
                        new CountedDay(date("2026-11-24"), DayMark.HOLIDAY, 1, "Ngày Văn hóa Việt Nam"),
                        day("2026-11-25", DayMark.COUNTED, 2));
    }

    @Test
    void a_calendar_limit_that_ends_on_a_day_off_explains_how_it_rolled() {
        assertThat(calendarDays("2026-11-20", 1, true).explanation())
                .containsExactly(
                        day("2026-11-20", DayMark.EVENT_DAY, 0),
                        day("2026-11-21", DayMark.COUNTED, 1),
                        day("2026-11-22", DayMark.WEEKEND, 1),
                        day("2026-11-23", DayMark.ROLLED, 1));
    }

    @Test
    void a_saturday_worked_for_another_day_counts() {
        assertThat(workingDays("2025-04-25", 1).last()).isEqualTo("2025-04-26");
        assertThat(workingDays("2025-04-29", 1).last()).isEqualTo("2025-05-05");
    }

    @Test
    void a_suspension_gives_a_calendar_limit_its_whole_days_back_and_only_then_rolls() {
        Counted before = calendarDays("2026-11-05", 30, true);
        assertThat(before.last()).isEqualTo("2026-12-07");
        Counted after = resumed(before, "2026-11-10", "2026-11-14", LimitUnit.CALENDAR_DAYS);
        assertThat(after.last()).as("raw 5 December and 4 days").isEqualTo("2026-12-09");
        assertThat(after.explanation().stream().filter(day -> day.mark() == DayMark.PAUSED))
                .extracting(CountedDay::date)
                .containsExactly(date("2026-11-10"), date("2026-11-11"), date("2026-11-12"), date("2026-11-13"));
    }

    @Test
    void a_suspension_gives_a_working_limit_only_its_working_days_back() {
        Counted before = workingDays("2026-12-01", 10);
        assertThat(before.last()).isEqualTo("2026-12-15");
        assertThat(resumed(before, "2026-12-04", "2026-12-08", LimitUnit.WORKING_DAYS)
                        .last())
                .as("Friday and Monday were lost")
                .isEqualTo("2026-12-17");
    }

    @Test
    void days_counted_before_a_suspension_keep_their_explanation() {
        Counted before = workingDays("2026-12-01", 10);
        Counted after = resumed(before, "2026-12-04", "2026-12-08", LimitUnit.WORKING_DAYS);
        assertThat(after.explanation().subList(0, 3))
                .isEqualTo(before.explanation().subList(0, 3));
        assertThat(after.explanation().getLast().number()).isEqualTo(10);
    }

    @Test
    void two_suspensions_add_up() {
        Counted once = resumed(workingDays("2026-12-01", 10), "2026-12-04", "2026-12-08", LimitUnit.WORKING_DAYS);
        assertThat(resumed(once, "2026-12-10", "2026-12-11", LimitUnit.WORKING_DAYS)
                        .last())
                .isEqualTo("2026-12-18");
    }

    @Test
    void a_case_resumed_on_the_day_it_was_suspended_lost_nothing() {
        Counted before = workingDays("2026-12-01", 10);
        assertThat(resumed(before, "2026-12-04", "2026-12-04", LimitUnit.WORKING_DAYS))
                .isEqualTo(before);
    }

    @Test
    void a_case_suspended_on_the_event_day_still_does_not_count_that_day() {
        Counted before = calendarDays("2026-11-05", 30, false);
        assertThat(resumed(before, "2026-11-05", "2026-11-07", LimitUnit.CALENDAR_DAYS, false)
                        .last())
                .as("only the 6th was lost")
                .isEqualTo(before.last().plusDays(1));
    }

    @Test
    void a_suspension_after_the_last_day_does_not_save_an_overdue_case() {
        Counted before = workingDays("2026-12-01", 3);
        assertThat(resumed(before, "2026-12-05", "2027-01-05", LimitUnit.WORKING_DAYS))
                .isEqualTo(before);
    }

    @Test
    void a_suspension_while_the_end_rolls_ends_the_limit_on_the_first_working_day_after_it() {
        Counted before = calendarDays("2026-11-20", 15, true);
        assertThat(before.last()).isEqualTo("2026-12-07");
        assertThat(resumed(before, "2026-12-06", "2026-12-10", LimitUnit.CALENDAR_DAYS)
                        .last())
                .isEqualTo("2026-12-10");
    }

    @Test
    void a_due_date_taken_over_without_an_explanation_moves_on_by_the_days_of_the_suspension() {
        LocalDate last = date("2026-12-11");
        Counted imported = new Counted(last, DueDate.endOf(last), List.of());
        assertThat(resumed(imported, "2026-12-01", "2026-12-04", LimitUnit.CALENDAR_DAYS)
                        .last())
                .isEqualTo("2026-12-14");
        assertThat(resumed(imported, "2026-12-04", "2026-12-08", LimitUnit.WORKING_DAYS)
                        .last())
                .isEqualTo("2026-12-15");
        assertThat(resumed(imported, "2026-12-05", "2026-12-07", LimitUnit.WORKING_DAYS))
                .isEqualTo(imported);
    }

    @Test
    void an_extension_counts_on_from_the_due_date() {
        Counted before = calendarDays("2026-10-25", 30, true);
        Counted after = DueDate.extended(calendar, before, Limit.calendarDays(15), true);
        assertThat(after.last()).isEqualTo("2026-12-10");
        assertThat(after.explanation()).startsWith(before.explanation().toArray(CountedDay[]::new));
        assertThat(after.explanation().getLast()).isEqualTo(day("2026-12-10", DayMark.COUNTED, 15));
    }

    @Test
    void a_limit_without_a_day_and_a_suspension_that_ends_before_it_starts_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.workingDays(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(date("2026-12-02"), date("2026-12-01")));
    }

    @Test
    void time_left_is_told_in_working_days() {
        Instant due = DueDate.endOf(date("2026-11-25"));
        assertThat(left("2026-11-20T09:00:00+07:00", due)).isEqualTo(new TimeLeft(false, 2));
        assertThat(left("2026-11-25T23:59:59+07:00", due)).isEqualTo(new TimeLeft(false, 0));
        assertThat(left("2026-11-26T00:00:00+07:00", due)).isEqualTo(new TimeLeft(true, 1));
        assertThat(left("2026-11-30T08:00:00+07:00", due)).isEqualTo(new TimeLeft(true, 3));
    }

    @Test
    void today_is_the_day_in_Vietnam() {
        assertThat(left("2026-11-25T18:00:00Z", DueDate.endOf(date("2026-11-25"))))
                .isEqualTo(new TimeLeft(true, 1));
    }

    @Test
    void a_case_due_on_a_friday_is_overdue_on_saturday_by_no_working_day() {
        assertThat(left("2026-11-28T10:00:00+07:00", DueDate.endOf(date("2026-11-27"))))
                .isEqualTo(new TimeLeft(true, 0));
    }

    private TimeLeft left(String now, Instant due) {
        return TimeLeft.until(OffsetDateTime.parse(now).toInstant(), due, calendar);
    }

    private Counted workingDays(String event, int amount) {
        return DueDate.count(calendar, date(event), Limit.workingDays(amount), true);
    }

    private Counted calendarDays(String event, int amount, boolean roll) {
        return DueDate.count(calendar, date(event), Limit.calendarDays(amount), roll);
    }

    private Counted resumed(Counted before, String suspended, String resumed, LimitUnit unit) {
        return resumed(before, suspended, resumed, unit, true);
    }

    private Counted resumed(Counted before, String suspended, String resumed, LimitUnit unit, boolean roll) {
        return DueDate.resumed(calendar, before, new Pause(date(suspended), date(resumed)), unit, roll);
    }

    private static CountedDay day(String date, DayMark mark, int number) {
        return new CountedDay(date(date), mark, number, null);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
