package vn.caunoi.core.directory;

import java.time.LocalDate;
import java.util.List;
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

    /** @param former the name until then */
    @StoredAs("directory.unit-renamed")
    record UnitRenamed(UnitId unit, String name, String former) implements DirectoryEvent {}

    /** @param parent the unit above from now on, {@code former} the one until then; null for the top */
    @StoredAs("directory.unit-moved")
    record UnitMoved(
            UnitId unit, @Nullable UnitId parent, @Nullable UnitId former) implements DirectoryEvent {}

    /** All of it anew; {@link Contact#NONE} where nobody is to call any more. */
    @StoredAs("directory.unit-contact-set")
    record UnitContactSet(UnitId unit, Contact contact) implements DirectoryEvent {}

    /**
     * The unit is no more. Its id is never used again and leads to who took over.
     *
     * @param on the first day it is no more
     * @param successor of all that no part names
     */
    @StoredAs("directory.unit-ended")
    record UnitEnded(UnitId unit, LocalDate on, UnitId successor, List<UnitPart> parts) implements DirectoryEvent {}

    /**
     * @param from first day; null: at once. Was not written down at first
     * @param until last day; null while it is not known
     */
    @StoredAs("directory.officer-appointed")
    record OfficerAppointed(
            OfficerId officer,
            UnitId unit,
            String name,
            Set<Role> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements DirectoryEvent {

        public OfficerAppointed(OfficerId officer, UnitId unit, String name, Set<Role> roles) {
            this(officer, unit, name, roles, null, null);
        }
    }
}
