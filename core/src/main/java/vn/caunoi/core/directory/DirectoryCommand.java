package vn.caunoi.core.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** All that can be ordered of the directory. Repeating an order that is already carried out changes nothing. */
public sealed interface DirectoryCommand {

    /** Refused for an id that is taken by a unit of another name or parent. */
    record EstablishUnit(UnitId unit, @Nullable UnitId parent, String name) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "unit:" + unit;
        }
    }

    /**
     * Somebody is away from one day to another, both counted.
     *
     * @param until null while it is not known
     * @param deputy who does their work meanwhile; null for nobody
     */
    record RecordAbsence(
            OfficerId officer,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable OfficerId deputy) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "officer:" + officer;
        }
    }

    /**
     * Somebody is back from the absence that began on that day.
     *
     * @param on first day back; not after the first day means that they were never away
     */
    record EndAbsence(OfficerId officer, LocalDate from, LocalDate on) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "officer:" + officer;
        }
    }

    /** Another name from now on; the id stays. */
    record RenameUnit(UnitId unit, String name) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "unit:" + unit;
        }
    }

    /** @param parent the unit above from now on; null for the top */
    record MoveUnit(UnitId unit, @Nullable UnitId parent) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "unit:" + unit;
        }
    }

    /** How people reach the unit from now on. */
    record SetUnitContact(UnitId unit, Contact contact) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "unit:" + unit;
        }
    }

    /**
     * The unit is no more; its id leads to who took over.
     *
     * @param on the first day it is no more
     * @param successor of all that no part names
     */
    record EndUnit(UnitId unit, LocalDate on, UnitId successor, List<UnitPart> parts) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "unit:" + unit;
        }
    }

    /**
     * Appoints, or changes unit, name and roles of somebody already appointed. Of several appointments the one that began
     * last counts, until it ends; then the one before it again. Without roles somebody has no rights.
     *
     * @param from first day; null: at once, and for all days until another one begins
     * @param until last day; null while it is not known
     */
    record AppointOfficer(
            OfficerId officer,
            UnitId unit,
            String name,
            Set<Role> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements DirectoryCommand {

        public AppointOfficer(OfficerId officer, UnitId unit, String name, Set<Role> roles) {
            this(officer, unit, name, roles, null, null);
        }

        @TargetAggregateIdentifier
        public String stream() {
            return "officer:" + officer;
        }
    }
}
