package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.directory.Directory;

/**
 * {@code account create NAME UNIT ROLES FULL-NAME [PASSWORD]}, {@code account password NAME PASSWORD}, {@code account
 * disable NAME}, {@code account enable NAME}.
 */
@Component
class AccountConsole implements ConsoleCommand {
    private static final int WITH_PASSWORD = 6;

    private final AdminAccounts accounts;
    private final Directory directory;
    private final Progress progress;

    AccountConsole(AdminAccounts accounts, Directory directory, Progress progress) {
        this.accounts = accounts;
        this.directory = directory;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        String name = arguments.get(1);
        try {
            switch (arguments.getFirst()) {
                case "create" -> create(arguments);
                case "password" -> accounts.changePassword(name, arguments.get(2));
                case "disable" -> accounts.disable(name);
                case "enable" -> accounts.enable(name);
                default -> throw new IllegalArgumentException("nothing is known of " + arguments.getFirst());
            }
        } catch (IllegalArgumentException refused) {
            out.println("Not done: " + refused.getMessage() + ".");
            return 1;
        }
        out.println("Account " + name + ": " + arguments.getFirst() + " done.");
        return 0;
    }

    private void create(List<String> arguments) {
        UnitId unit = new UnitId(arguments.get(2));
        if (directory.unit(unit).isEmpty()) throw new IllegalArgumentException("there is no unit " + unit);
        Set<Role> roles = Arrays.stream(arguments.get(3).split(","))
                .map(AccountConsole::role)
                .collect(Collectors.toUnmodifiableSet());
        accounts.create(
                new AdminAccounts.Appointment(arguments.get(1), arguments.get(4), unit, roles),
                arguments.size() == WITH_PASSWORD ? arguments.get(5) : null);
        progress.awaitSettled(Duration.ofMinutes(1));
    }

    private static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no role " + text));
    }
}
