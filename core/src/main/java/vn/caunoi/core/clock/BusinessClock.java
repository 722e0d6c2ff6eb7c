package vn.caunoi.core.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the business: what "now" and "today" mean for petitions, zone Asia/Ho_Chi_Minh, in microseconds. It
 * runs, and never goes back, even when the machine's clock does. A demonstration may set it off against the machine's
 * clock; in production it is the machine's.
 */
public final class BusinessClock extends Clock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock machine;
    private final ZoneId zone;
    private final AtomicReference<Reading> reading;

    private record Reading(Duration ahead, Instant last) {}

    private BusinessClock(Clock machine, ZoneId zone, AtomicReference<Reading> reading) {
        this.machine = machine;
        this.zone = zone;
        this.reading = reading;
    }

    /** A clock that tells the time of {@code machine}. */
    public static BusinessClock following(Clock machine) {
        return new BusinessClock(machine, ZONE, new AtomicReference<>(new Reading(Duration.ZERO, Instant.MIN)));
    }

    @Override
    public Instant instant() {
        Instant told = machine.instant();
        return reading.updateAndGet(r -> new Reading(r.ahead, later(r.last, told.plus(r.ahead))))
                .last
                .truncatedTo(ChronoUnit.MICROS);
    }

    /** The legal day it is now. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /** How far this clock runs ahead of (or behind) the machine's. */
    public Duration ahead() {
        return Objects.requireNonNull(reading.get()).ahead;
    }

    /** Sets the clock to run from {@code moment}, also back: only before anything was recorded. */
    public void startAt(Instant moment) {
        reading.set(new Reading(Duration.between(machine.instant(), moment), moment));
    }

    /** Continues with a difference to the machine's clock that was kept from an earlier run. */
    public void continueAhead(Duration ahead) {
        reading.set(new Reading(ahead, Instant.MIN));
    }

    /**
     * Moves the clock forward to {@code moment}.
     *
     * @throws IllegalArgumentException when that lies before now
     */
    public void travelTo(Instant moment) {
        Instant now = instant();
        if (moment.isBefore(now)) throw new IllegalArgumentException("the clock cannot go back from " + now);
        reading.set(new Reading(Duration.between(machine.instant(), moment), moment));
    }

    /** Moves the clock forward by {@code span}; not negative. */
    public void advance(Duration span) {
        if (span.isNegative()) throw new IllegalArgumentException("the clock cannot go back by " + span);
        Instant told = machine.instant();
        reading.updateAndGet(r -> {
            Instant moment = later(r.last, told.plus(r.ahead)).plus(span);
            return new Reading(Duration.between(told, moment), moment);
        });
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(machine, other, reading);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
