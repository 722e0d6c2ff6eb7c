package vn.caunoi.processes.actions;

import java.util.Optional;
import vn.caunoi.core.directory.UnitId;

/** Which unit stands above another. */
@FunctionalInterface
public interface Superiors {

    /** Empty for the topmost unit, and for one that is not known. */
    Optional<UnitId> above(UnitId unit);
}
