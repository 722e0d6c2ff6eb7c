package vn.caunoi.ops.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an administrator does with the accounts of others. */
@Command(
        name = "account",
        description = {
            "Create, close and open accounts, and set passwords. A password is read from standard input.",
            "Closing an account and a new password end its sessions at once."
        })
final class AccountCommand extends CommandTree.Delegated {

    enum Doing {
        create,
        disable,
        enable,
        password
    }

    @Parameters(index = "0", paramLabel = "DOING", description = "${COMPLETION-CANDIDATES}.")
    Doing doing = Doing.create;

    @Parameters(index = "1", paramLabel = "NAME", description = "Account name; with OIDC the value of the claim.")
    String name = "";

    @Option(names = "--unit", paramLabel = "UNIT", description = "create: id of the unit.")
    String unit = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "create: clerk, officer, head, inspector, designer, admin, observer; several with commas.")
    List<String> roles = new ArrayList<>();

    @Option(names = "--full-name", paramLabel = "TEXT", description = "create: the name people see.")
    String fullName = "";

    @Option(names = "--no-password", description = "create: for somebody who signs in with the identity provider.")
    boolean noPassword;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("account", doing.name(), name));
        switch (doing) {
            case create -> {
                if (unit.isBlank() || roles.isEmpty())
                    throw new ParameterException(spec.commandLine(), "account create needs --unit and --role");
                words.addAll(List.of(unit, String.join(",", roles), fullName.isBlank() ? name : fullName));
                if (!noPassword) words.add(Passwords.read());
            }
            case password -> words.add(Passwords.read());
            case disable, enable -> {}
        }
        return words;
    }
}
