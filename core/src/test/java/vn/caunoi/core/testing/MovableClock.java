package vn.caunoi.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A business clock that stands still until a test moves it, in Vietnam's zone. */
public final class MovableClock extends Clock {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant now;

    private MovableClock(Instant now) {
        this.now = now;
    }

    /** @param moment with its zone, for example {@code 2026-11-18T09:00:00+07:00} */
    public static MovableClock at(String moment) {
        return new MovableClock(OffsetDateTime.parse(moment).toInstant());
    }

    public void moveTo(Instant moment) {
        now = moment;
    }

    /** Forward, or back when negative. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return VIETNAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
