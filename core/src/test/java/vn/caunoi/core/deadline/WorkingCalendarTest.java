package vn.caunoi.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.vietnam();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01", "2025-01-27", "2025-01-31", "2025-04-07", "2025-04-30", "2025-05-01", "2025-09-01",
                        "2025-09-02",
                "2026-01-01", "2026-02-16", "2026-02-20", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-02",
                        "2026-11-24",
                "2027-01-01", "2027-02-05", "2027-02-10", "2027-04-16", "2027-04-30", "2027-05-03", "2027-09-02",
                        "2027-11-24"
            })
    void public_holidays_are_off_and_named(LocalDate holiday) {
        assertThat(calendar.dayOff(holiday)).contains(DayMark.HOLIDAY);
        assertThat(calendar.nameOf(holiday)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2025-05-02, 2025-04-26, true", "2026-01-02, 2026-01-10, false", "2026-08-31, 2026-08-22, false"})
    void swaps_apply_only_when_they_are_decided(LocalDate off, LocalDate worked, boolean decided) {
        assertThat(calendar.isWorkingDay(off)).isEqualTo(!decided);
        assertThat(calendar.isWorkingDay(worked)).isEqualTo(decided);
        assertThat(calendar.withProposed().dayOff(off)).contains(DayMark.SWAP_OFF);
        assertThat(calendar.withProposed().isWorkingDay(worked)).isTrue();
    }

    @Test
    void the_Day_of_Culture_was_worked_before_2026() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2025-11-24"))).isTrue();
    }

    @Test
    void what_is_uncertain_is_marked_and_what_is_not_decided_does_not_count() {
        assertThat(calendar.proposed()).isNotEmpty().allSatisfy(day -> {
            assertThat(day.confidence()).isEqualTo("M?");
            assertThat(calendar.days()).doesNotContainKey(day.date());
        });
        assertThat(calendar.days().get(LocalDate.parse("2027-02-05")).confidence())
                .isEqualTo("M?");
    }

    @Test
    void a_half_day_counts_as_a_working_day_and_keeps_its_name() {
        var half = CalendarTable.read("x", "# version: 1\n2026-02-13,HALF,Chiều 26 Tết,local,X,yes");
        assertThat(half.isWorkingDay(LocalDate.parse("2026-02-13"))).isTrue();
        assertThat(half.nameOf(LocalDate.parse("2026-02-13"))).contains("Chiều 26 Tết");
    }

    @Test
    void the_calendar_says_which_years_it_knows() {
        assertThat(calendar.covers(LocalDate.parse("2025-01-01"))).isTrue();
        assertThat(calendar.covers(LocalDate.parse("2027-12-31"))).isTrue();
        assertThat(calendar.covers(LocalDate.parse("2028-01-01"))).isFalse();
        assertThat(calendar.covers(LocalDate.parse("2024-12-31"))).isFalse();
    }

    @Test
    void the_next_working_day_after_a_friday_before_Tet_is_the_monday_after_it() {
        assertThat(calendar.nextWorkingDay(LocalDate.parse("2026-02-13"))).isEqualTo("2026-02-23");
    }

    @Test
    void the_version_of_the_table_is_known() {
        assertThat(calendar.name()).isEqualTo("vn");
        assertThat(calendar.version()).isEqualTo("2026-11-21");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01,HOLIDAY,Tết Dương lịch,x,S,yes",
                "# version: 1\n2026-13-01,HOLIDAY,x,x,S,yes",
                "# version: 1\n2026-01-01,FEAST,x,x,S,yes",
                "# version: 1\n2026-01-01,HOLIDAY,x,x,S,maybe",
                "# version: 1\n2026-01-01,HOLIDAY,x,x,S",
                "# version: 1\n2026-01-01,HOLIDAY,x,x,S,yes\n2026-01-01,HALF,x,x,S,yes"
            })
    void a_table_without_a_version_or_with_an_unreadable_or_double_line_is_refused(String table) {
        assertThatIllegalArgumentException().isThrownBy(() -> CalendarTable.read("x", table));
    }

    @Test
    void a_week_without_a_working_day_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.of("x", "1", EnumSet.allOf(DayOfWeek.class), List.of()));
    }
}
