package vn.caunoi.ops.demo;

import java.util.List;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.directory.DirectoryCommand.SetUnitContact;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Streams;

/** Whom citizens of the demonstration call, with numbers that nobody has. */
final class DemoContacts {

    private static final String BY = "system:demo";

    private final Commands commands;
    private final Streams streams;

    DemoContacts(Commands commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    /** Only for a unit of which nothing is recorded but that it was established: what was set by hand stays so. */
    void fill() {
        List<UnitId> units = List.of(DemoDirectory.WARD_A, DemoDirectory.WARD_B);
        for (int i = 0; i < units.size(); i++) {
            UnitId unit = units.get(i);
            if (streams.last("unit:" + unit) != 0) continue;
            String number = "0200 000 00" + (i + 1);
            commands.send(new SetUnitContact(unit, new Contact(number, "1900 0000", null, null, "8:00–17:00")), BY);
        }
    }
}
