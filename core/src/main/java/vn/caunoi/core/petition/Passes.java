package vn.caunoi.core.petition;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * How a petition went from unit to unit.
 *
 * @param from the unit that passed it on last; null when it was not passed on, or was passed back since
 * @param to the unit it was passed on to then
 * @param returns how often it was passed back
 */
record Passes(@Nullable UnitId from, @Nullable UnitId to, int returns) {

    static final Passes NONE = new Passes(null, null, 0);

    Passes on(IntakeEvent.PetitionPassed e) {
        return new Passes(e.from(), e.to(), returns);
    }

    /** The unit that took over stands where the other stood. */
    Passes takenOver(UnitId old, UnitId successor) {
        return new Passes(old.equals(from) ? successor : from, old.equals(to) ? successor : to, returns);
    }

    Passes back() {
        return new Passes(null, null, returns + 1);
    }
}
