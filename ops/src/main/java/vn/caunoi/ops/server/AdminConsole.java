package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.directory.Directory;

/** {@code admin NAME UNIT UNIT-NAME PASSWORD}: makes an administrator, and the unit at the top when it is missing. */
@Component
class AdminConsole implements ConsoleCommand {
    private final AdminAccounts accounts;
    private final Commands commands;
    private final Directory directory;
    private final Progress progress;

    AdminConsole(AdminAccounts accounts, Commands commands, Directory directory, Progress progress) {
        this.accounts = accounts;
        this.commands = commands;
        this.directory = directory;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "admin";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        String name = arguments.get(0);
        UnitId unit = new UnitId(arguments.get(1));
        String unitName = arguments.get(2);
        if (directory.unit(unit).isEmpty()) {
            if (unitName.isBlank()) {
                out.println("There is no unit " + unit + "; name it with --unit-name to establish it.");
                return 1;
            }
            commands.send(new EstablishUnit(unit, null, unitName), "system:admin");
        }
        return create(name, unit, arguments.get(3), out);
    }

    private int create(String name, UnitId unit, String password, PrintWriter out) {
        try {
            accounts.create(new AdminAccounts.Appointment(name, name, unit, Set.of(Role.ADMIN)), password);
        } catch (IllegalArgumentException refused) {
            out.println("Not created: " + refused.getMessage() + ".");
            return 1;
        }
        progress.awaitSettled(Duration.ofMinutes(1));
        out.println("Administrator " + name + " of unit " + unit + " created.");
        return 0;
    }
}
