package vn.caunoi.core.directory;

import java.time.LocalDate;
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

    /** Appoints, or changes unit, name and roles of somebody already appointed. */
    record AppointOfficer(OfficerId officer, UnitId unit, String name, Set<Role> roles) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "officer:" + officer;
        }
    }
}
