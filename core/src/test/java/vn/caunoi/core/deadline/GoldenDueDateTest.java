package vn.caunoi.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due dates worked out by hand from the law, over the calendar as shipped. */
class GoldenDueDateTest {

    private final WorkingCalendar calendar = WorkingCalendar.vietnam();

    @ParameterizedTest(name = "{0} and {1} {2}, roll {3}: due {4}")
    @CsvSource({
        "2026-11-18, 10, WORKING_DAYS, true, 2026-12-03",
        "2026-11-18, 5, WORKING_DAYS, true, 2026-11-26",
        "2026-11-17, 7, WORKING_DAYS, true, 2026-11-27",
        "2026-10-25, 30, CALENDAR_DAYS, true, 2026-11-25",
        "2026-10-25, 30, CALENDAR_DAYS, false, 2026-11-24",
        "2026-01-18, 30, CALENDAR_DAYS, true, 2026-02-23",
        "2026-01-18, 30, CALENDAR_DAYS, false, 2026-02-17",
        "2026-11-20, 15, CALENDAR_DAYS, true, 2026-12-07",
        "2026-11-20, 15, CALENDAR_DAYS, false, 2026-12-05",
        "2026-11-20, 20, CALENDAR_DAYS, false, 2026-12-10",
        "2026-11-20, 20, CALENDAR_DAYS, true, 2026-12-10",
        "2026-04-24, 3, WORKING_DAYS, true, 2026-05-04",
        "2026-02-13, 5, WORKING_DAYS, true, 2026-02-27",
    })
    void a_limit_ends_on_the_day_worked_out_by_hand(
            LocalDate event, int amount, LimitUnit unit, boolean roll, LocalDate due) {
        Counted counted = DueDate.count(calendar, event, new Limit(amount, unit), roll);
        assertThat(counted.last()).isEqualTo(due);
        assertThat(counted.due()).isEqualTo(lastSecondOf(due));
    }

    @Test
    void ten_working_days_from_18_November_2026_were_one_day_shorter_before_the_Day_of_Culture() {
        var rows = calendar.days().values().stream()
                .filter(day -> !day.date().equals(LocalDate.parse("2026-11-24")))
                .toList();
        var before = WorkingCalendar.of("vn", "before", calendar.weekend(), rows);
        assertThat(DueDate.count(before, LocalDate.parse("2026-11-18"), Limit.workingDays(10), true)
                        .last())
                .isEqualTo("2026-12-02");
    }

    private static Instant lastSecondOf(LocalDate day) {
        return OffsetDateTime.parse(day + "T23:59:59+07:00").toInstant();
    }
}
