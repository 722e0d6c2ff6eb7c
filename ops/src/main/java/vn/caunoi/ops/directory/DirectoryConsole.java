package vn.caunoi.ops.directory;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.ops.directory.DirectoryFile.OfficerLine;
import vn.caunoi.ops.server.ConsoleCommand;
import vn.caunoi.projections.directory.Directory;

/**
 * {@code import directory FILE [dry-run]}: brings units, officers, their roles and accounts in from a file, all of it or,
 * while a line is wrong, nothing. Repeated with the same file it changes nothing.
 */
@Component
class DirectoryConsole implements ConsoleCommand {

    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final String BY = "system:import";
    private static final int SHOWN = 200;

    private final Directory directory;
    private final AdminAccounts accounts;
    private final Commands commands;
    private final Progress progress;

    DirectoryConsole(Directory directory, AdminAccounts accounts, Commands commands, Progress progress) {
        this.directory = directory;
        this.accounts = accounts;
        this.commands = commands;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "import-directory";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        DirectoryFile file;
        try {
            file = DirectoryFile.read(Path.of(arguments.getFirst()));
        } catch (DirectoryFile.Unreadable unreadable) {
            out.println(unreadable.getMessage());
            return 1;
        }
        progress.awaitSettled(SETTLE);
        DirectoryPlan plan = DirectoryPlan.of(
                file, directory.units(), directory.officers(), officer -> accounts.isThere(officer.value()));
        tell(plan, out);
        if (!plan.problems().isEmpty()) {
            out.println("Nothing was changed: mend these lines first.");
            return 1;
        }
        if (arguments.contains("dry-run")) {
            out.println("Nothing was changed: this was a dry run.");
            return 0;
        }
        carryOut(plan);
        boolean settled = progress.awaitSettled(SETTLE);
        out.printf("Done; everything visible: %s.%n", settled ? "yes" : "not yet");
        return 0;
    }

    private void carryOut(DirectoryPlan plan) {
        plan.units().forEach(unit -> commands.send(new EstablishUnit(unit.id(), unit.parent(), unit.name()), BY));
        plan.appointed().forEach(this::appoint);
        plan.changed().forEach(change -> appoint(change.to()));
        plan.accounts().forEach(officer -> accounts.open(officer.id().value()));
    }

    private void appoint(OfficerLine officer) {
        commands.send(new AppointOfficer(officer.id(), officer.unit(), officer.name(), officer.roles()), BY);
    }

    private static void tell(DirectoryPlan plan, PrintWriter out) {
        List<String> lines = DifferencesInWords.of(plan);
        lines.stream().limit(SHOWN).forEach(out::println);
        if (lines.size() > SHOWN) out.printf("… and %d more%n", lines.size() - SHOWN);
        plan.problems().stream()
                .limit(SHOWN)
                .forEach(one -> out.printf("line %d, %s: %s%n", one.line(), one.id(), one.why()));
        out.printf(
                "new units: %d; new officers: %d; changed officers: %d; new accounts: %d; as they are: %d; wrong lines: %d%n",
                plan.units().size(),
                plan.appointed().size(),
                plan.changed().size(),
                plan.accounts().size(),
                plan.same(),
                plan.problems().size());
    }
}
