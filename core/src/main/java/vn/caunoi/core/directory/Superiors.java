package vn.caunoi.core.directory;

import java.util.Optional;

/** Which unit stands above another. */
@FunctionalInterface
public interface Superiors {

    /** Empty for the topmost unit, and for one that is not known. */
    Optional<UnitId> above(UnitId unit);

    /** Whether there is such a unit. */
    default boolean knows(UnitId unit) {
        return true;
    }
}
