package vn.caunoi.core.directory;

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

    /** Appoints, or changes unit, name and roles of somebody already appointed. */
    record AppointOfficer(OfficerId officer, UnitId unit, String name, Set<Role> roles) implements DirectoryCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "officer:" + officer;
        }
    }
}
