package vn.caunoi.core.directory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which unit stands above another. */
@FunctionalInterface
public interface Superiors {

    /** Empty for the topmost unit, and for one that is not known. */
    Optional<UnitId> above(UnitId unit);

    /** Whether there is such a unit. */
    default boolean knows(UnitId unit) {
        return true;
    }

    /** The unit itself and all above it, the nearest first. */
    default List<UnitId> upwards(UnitId unit) {
        Set<UnitId> way = new LinkedHashSet<>();
        Optional<UnitId> at = Optional.of(unit);
        while (at.isPresent() && way.add(at.get())) at = above(at.get());
        return List.copyOf(way);
    }
}
