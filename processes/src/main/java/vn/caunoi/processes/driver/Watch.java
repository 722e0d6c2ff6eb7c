package vn.caunoi.processes.driver;

import java.time.Duration;

/**
 * Is told what the driver does, for figures. Called when a batch is committed, so that nothing told is undone; must be
 * quick and never throw.
 */
public interface Watch {

    /** An event was followed. */
    default void moved(String event, Duration took) {}

    /** A petition got stuck at an event. */
    default void parked(String event) {}

    /** A stuck petition has caught up. */
    default void resumed() {}
}
