package vn.caunoi.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
    private final Settable machine = new Settable(Instant.parse("2026-11-18T02:00:00Z"));
    private final BusinessClock clock = BusinessClock.following(machine);

    @Test
    void it_tells_the_machine_s_time_in_microseconds() {
        machine.now = Instant.parse("2026-11-18T02:00:00.123456789Z");
        assertThat(clock.instant()).isEqualTo("2026-11-18T02:00:00.123456Z");
    }

    @Test
    void it_never_goes_back_when_the_machine_s_clock_does() {
        Instant before = clock.instant();
        machine.now = machine.now.minusSeconds(3600);
        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void it_runs_on_from_where_it_was_set() {
        clock.startAt(Instant.parse("2025-11-18T02:00:00Z"));
        machine.now = machine.now.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo("2025-11-18T02:00:05Z");
    }

    @Test
    void forty_days_can_pass_at_once() {
        clock.advance(Duration.ofDays(40));
        assertThat(clock.today()).isEqualTo("2026-12-28");
    }

    @Test
    void no_time_can_pass_while_the_machine_s_clock_runs() {
        BusinessClock running = BusinessClock.following(Clock.systemUTC());
        for (int time = 0; time < 1000; time++) running.advance(Duration.ZERO);
        assertThat(running.ahead()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void it_cannot_be_moved_back() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.travelTo(Instant.parse("2026-11-17T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void today_is_the_day_in_viet_nam() {
        machine.now = Instant.parse("2026-11-18T17:30:00Z");
        assertThat(clock.today()).isEqualTo("2026-11-19");
    }

    @Test
    void a_view_in_another_zone_is_the_same_clock() {
        Clock utc = clock.withZone(ZoneOffset.UTC);
        clock.advance(Duration.ofDays(1));
        assertThat(utc.instant()).isEqualTo(clock.instant());
    }

    private static final class Settable extends Clock {
        private Instant now;

        private Settable(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
