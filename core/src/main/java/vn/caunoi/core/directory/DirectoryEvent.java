package vn.caunoi.core.directory;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;

/** All that can happen in the directory of units and officers. One stream per unit and per officer. */
public sealed interface DirectoryEvent {

    /** @param parent the unit above; null for a province */
    @StoredAs("directory.unit-established")
    record UnitEstablished(UnitId unit, @Nullable UnitId parent, String name) implements DirectoryEvent {}

    /** @param until last day; null while it is not known */
    @StoredAs("directory.officer-absent")
    record OfficerAbsent(
            OfficerId officer,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable OfficerId deputy) implements DirectoryEvent {}

    /** @param from first day of the absence that ends; {@code on} the first day back */
    @StoredAs("directory.officer-back")
    record OfficerBack(OfficerId officer, LocalDate from, LocalDate on) implements DirectoryEvent {}

    @StoredAs("directory.officer-appointed")
    record OfficerAppointed(OfficerId officer, UnitId unit, String name, Set<Role> roles) implements DirectoryEvent {}
}
