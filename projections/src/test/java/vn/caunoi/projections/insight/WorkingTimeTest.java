package vn.caunoi.projections.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.WorkingCalendar;

class WorkingTimeTest {

    private final WorkingTime time = WorkingTime.of(WorkingCalendar.vietnam());

    @Test
    void only_the_hours_of_working_days_count() {
        assertThat(between("2026-11-18T07:30", "2026-11-18T17:30")).isEqualTo(Duration.ofHours(8));
        assertThat(between("2026-11-18T09:00", "2026-11-18T10:30")).isEqualTo(Duration.ofMinutes(90));
        assertThat(between("2026-11-18T11:00", "2026-11-18T14:00")).isEqualTo(Duration.ofHours(1));
        assertThat(between("2026-11-18T18:00", "2026-11-19T06:00")).isZero();
        assertThat(between("2026-11-20T16:30", "2026-11-23T08:30")).isEqualTo(Duration.ofHours(2));
        assertThat(between("2026-11-21T09:00", "2026-11-22T09:00")).isZero();
    }

    @Test
    void a_holiday_does_not_count_and_time_does_not_run_backwards() {
        assertThat(between("2026-09-01T17:30", "2026-09-03T07:30")).isZero();
        assertThat(between("2026-11-18T10:00", "2026-11-18T09:00")).isZero();
    }

    private Duration between(String from, String to) {
        return Duration.ofSeconds(time.between(at(from), at(to)));
    }

    private static java.time.Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
