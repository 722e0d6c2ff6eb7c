package vn.caunoi.core.ladder;

import java.util.Optional;

/**
 * The escalation ladder, as the core asks it: before a command or while one is judged, never on replay, for what
 * follows is recorded in the event.
 */
@FunctionalInterface
public interface Ladder {

    /** The one row that fits; empty where the ladder ends. */
    Optional<Rung> rung(RungQuestion question);
}
