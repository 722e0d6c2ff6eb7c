package vn.caunoi.api.admin;

import java.time.Duration;
import java.time.Instant;

/** Moves the clock of the demonstration; given by the program that starts all of it, in demo mode only. */
public interface DemoClock {

    /**
     * Moves the business clock forward, runs what falls due, and returns when all that follows from it has happened.
     *
     * @return the time it is now
     */
    Instant advance(Duration span);
}
