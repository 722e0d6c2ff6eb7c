package vn.caunoi.core.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;

/** All that can happen in the directory of units and officers. One stream per unit and per officer. */
public sealed interface DirectoryEvent {

    /** @param parent the unit above; null for a province */
    @StoredAs("directory.unit-established")
    record UnitEstablished(UnitId unit, @Nullable UnitId parent, String name) implements DirectoryEvent {}

    @StoredAs("directory.officer-appointed")
    record OfficerAppointed(OfficerId officer, UnitId unit, String name, Set<Role> roles) implements DirectoryEvent {}
}
