package vn.caunoi.ops.directory;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.ReorganisationCommand.PlanReorganisation;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.ops.directory.DirectoryFile.OfficerLine;
import vn.caunoi.ops.server.ConsoleCommand;
import vn.caunoi.projections.directory.Directory;

/**
 * {@code import directory FILE [dry-run] [from=DAY]}: brings units, officers, their roles and accounts in from a file, all
 * of it or, while a line is wrong, nothing. What is dated in the future is planned for its day. Repeated with the same file
 * it changes nothing. A file with the header of categories is taken as that.
 */
@Component
class DirectoryConsole implements ConsoleCommand {

    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final String BY = "system:import";
    private static final String FROM = "from=";
    private static final int SHOWN = 200;

    private final Directory directory;
    private final AdminAccounts accounts;
    private final Commands commands;
    private final Progress progress;
    private final CategoriesImport categories;
    private final Clock clock;

    DirectoryConsole(
            Directory directory,
            AdminAccounts accounts,
            Commands commands,
            Progress progress,
            CategoriesImport categories,
            Clock clock) {
        this.categories = categories;
        this.clock = clock;
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
            Path path = Path.of(arguments.getFirst());
            if (CategoriesFile.isOne(path)) {
                progress.awaitSettled(SETTLE);
                LocalDate from = Objects.requireNonNullElse(from(arguments), today());
                return categories.take(path, from, arguments.contains("dry-run"), out);
            }
            file = DirectoryFile.read(Path.of(arguments.getFirst()), from(arguments));
        } catch (DirectoryFile.Unreadable unreadable) {
            out.println(unreadable.getMessage());
            return 1;
        }
        progress.awaitSettled(SETTLE);
        DirectoryPlan plan = DirectoryPlan.of(
                file,
                directory.everyUnit(),
                directory.everybody(),
                appointments(file),
                officer -> accounts.isThere(officer.value()),
                today());
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

    private static @Nullable LocalDate from(List<String> arguments) {
        String day = arguments.stream()
                .filter(word -> word.startsWith(FROM))
                .map(word -> word.substring(FROM.length()))
                .findFirst()
                .orElse(null);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new DirectoryFile.Unreadable(day + " is no day like 2027-01-31.");
        }
    }

    private List<Directory.Appointment> appointments(DirectoryFile file) {
        return directory.appointmentsOf(file.officers().keySet()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    /** One plan for each day, which the same file finds again. */
    private void plan(LocalDate on, List<UnitChange> changes) {
        UUID id = UUID.nameUUIDFromBytes(("directory " + on).getBytes(StandardCharsets.UTF_8));
        commands.send(
                new PlanReorganisation(
                        new ReorganisationId(id.toString()),
                        "import directory " + on,
                        null,
                        on,
                        changes,
                        Actor.of(BY, BY, Role.ADMIN)),
                BY);
    }

    private void carryOut(DirectoryPlan plan) {
        plan.units().forEach(unit -> commands.send(new EstablishUnit(unit.id(), unit.parent(), unit.name()), BY));
        plan.planned().forEach(this::plan);
        plan.appointed().forEach(one -> appoint(one, one.from()));
        plan.changed()
                .forEach(change -> appoint(
                        change.to(), Objects.requireNonNullElse(change.to().from(), today())));
        plan.accounts().forEach(officer -> accounts.open(officer.id().value()));
    }

    private void appoint(OfficerLine officer, @Nullable LocalDate from) {
        commands.send(
                new AppointOfficer(
                        officer.id(), officer.unit(), officer.name(), officer.roles(), from, officer.until()),
                BY);
    }

    private static void tell(DirectoryPlan plan, PrintWriter out) {
        List<String> lines = DifferencesInWords.of(plan);
        lines.stream().limit(SHOWN).forEach(out::println);
        if (lines.size() > SHOWN) out.printf("… and %d more%n", lines.size() - SHOWN);
        plan.problems().stream()
                .limit(SHOWN)
                .forEach(one -> out.printf("line %d, %s: %s%n", one.line(), one.id(), one.why()));
        out.printf(
                "new units: %d; planned for a day: %d; new officers: %d; changed officers: %d; new accounts: %d; as they are: %d; wrong lines: %d%n",
                plan.units().size(),
                plan.planned().values().stream().mapToInt(List::size).sum(),
                plan.appointed().size(),
                plan.changed().size(),
                plan.accounts().size(),
                plan.same(),
                plan.problems().size());
    }
}
