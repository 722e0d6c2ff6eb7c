package vn.caunoi.ops.receipt;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.ops.server.ConsoleCommand;
import vn.caunoi.ops.server.FallingDue;
import vn.caunoi.projections.directory.Directory;

/** {@code import receipt FILE}: takes a receipt log over and says what came of it. */
@Component
class ReceiptConsole implements ConsoleCommand {
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final int SHOWN_PROBLEMS = 200;

    private final ReceiptImport imports;
    private final Progress progress;
    private final FallingDue due;
    private final Directory directory;

    ReceiptConsole(Commands commands, Streams streams, Progress progress, FallingDue due, Directory directory) {
        SecureRandom random = new SecureRandom();
        this.imports = new ReceiptImport(commands, streams, () -> PetitionCode.random(random));
        this.progress = progress;
        this.due = due;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("receipt")) {
            out.println("What can be imported: receipt");
            return 2;
        }
        try {
            take(ReceiptLog.read(Path.of(arguments.get(1))), out);
            return 0;
        } catch (ReceiptLog.Unreadable unreadable) {
            out.println(unreadable.getMessage());
            return 1;
        }
    }

    private void take(ReceiptLog log, PrintWriter out) {
        long begun = System.nanoTime();
        out.printf("%d lines, %d cases%n", log.lines(), log.cases().size());
        ReceiptImport.Result result = imports.take(log, top(), (done, of) -> {
            if (done % 50 == 0 || done == of) out.printf("  %d of %d cases (%d %%)%n", done, of, 100 * done / of);
        });
        out.println("  processes and read models follow …");
        boolean settled = progress.awaitSettled(SETTLE);
        due.settle();
        tell(log, result, out);
        out.printf("everything visible: %s; %.1f s%n", settled ? "yes" : "not yet", (System.nanoTime() - begun) / 1e9);
    }

    private static void tell(ReceiptLog log, ReceiptImport.Result result, PrintWriter out) {
        for (LogProblem problem : log.problems().stream().limit(SHOWN_PROBLEMS).toList())
            out.printf(
                    "line %d, %s: %s%s%n",
                    problem.line(), problem.number(), problem.why(), problem.taken() ? " (taken)" : " (LEFT OUT)");
        if (log.problems().size() > SHOWN_PROBLEMS)
            out.printf("… and %d more%n", log.problems().size() - SHOWN_PROBLEMS);
        long left = log.problems().stream().filter(problem -> !problem.taken()).count();
        out.printf("lines left out: %d%n", left);
        out.printf(
                "cases taken: %d (open %d, closed %d), here already: %d%n",
                result.taken(), result.open(), result.closed(), result.already());
        out.printf("activities: %d; units: %d; officers: %d%n", result.activities(), result.units(), result.officers());
    }

    /** The one unit at the top, if there is just one. */
    private @Nullable UnitId top() {
        List<UnitId> tops = directory.units().stream()
                .filter(unit -> unit.parent() == null)
                .map(Directory.Unit::id)
                .toList();
        return tops.size() == 1 ? tops.getFirst() : null;
    }
}
