package vn.caunoi.api.testing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.caunoi.api.security.DemoAccounts;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** A ward nobody else counts in, with a clerk, an officer and a head who may log in. */
public record OwnWard(String id, String clerk, String officer, String head) {

    public static OwnWard of(Commands commands, DemoAccounts accounts) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        OwnWard ward = new OwnWard("W" + id, "clerk" + id, "officer" + id, "head" + id);
        commands.send(new EstablishUnit(new UnitId(ward.id), new UnitId("P"), "Ward " + id), "system:test");
        ward.appoint(commands, ward.clerk, Role.CLERK);
        ward.appoint(commands, ward.officer, Role.OFFICER);
        ward.appoint(commands, ward.head, Role.HEAD);
        accounts.create(List.of(ward.clerk, ward.officer, ward.head));
        return ward;
    }

    public Work work(Caller nobody) {
        return new Work(nobody, clerk, officer, head);
    }

    private void appoint(Commands commands, String name, Role role) {
        commands.send(
                new AppointOfficer(new OfficerId(name), new UnitId(id), "Name of " + name, Set.of(role)),
                "system:test");
    }
}
