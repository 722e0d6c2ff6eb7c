package vn.caunoi.api.testing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** A province with two wards, and the accounts of the demo. */
final class DemoPeople {

    static final List<String> ACCOUNTS = List.of(
            "clerk1", "officer1", "officer2", "officer3", "head1", "head2", "inspector1", "designer1", "admin1");

    private DemoPeople() {}

    static void appear(Commands commands) {
        unit(commands, "P", null);
        unit(commands, "A", "P");
        unit(commands, "B", "P");
        officer(commands, "clerk1", "A", Role.CLERK);
        officer(commands, "officer1", "A", Role.OFFICER);
        officer(commands, "officer2", "A", Role.OFFICER);
        officer(commands, "officer3", "B", Role.OFFICER);
        officer(commands, "head1", "A", Role.HEAD);
        officer(commands, "head2", "B", Role.HEAD);
        officer(commands, "inspector1", "P", Role.INSPECTOR);
        officer(commands, "designer1", "P", Role.DESIGNER);
        officer(commands, "admin1", "P", Role.ADMIN);
    }

    private static void unit(Commands commands, String id, @Nullable String parent) {
        UnitId above = parent == null ? null : new UnitId(parent);
        commands.send(new EstablishUnit(new UnitId(id), above, "Unit " + id), "system:test");
    }

    private static void officer(Commands commands, String name, String unit, Role role) {
        commands.send(
                new AppointOfficer(new OfficerId(name), new UnitId(unit), "Name of " + name, Set.of(role)),
                "system:test");
    }
}
