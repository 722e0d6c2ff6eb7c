package vn.caunoi.ops.moving;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.moving.Envelopes;
import vn.caunoi.api.moving.LineProblem;
import vn.caunoi.api.moving.Mapping;
import vn.caunoi.api.moving.MappingFile;
import vn.caunoi.api.moving.MovingIn;
import vn.caunoi.api.moving.MovingLog;
import vn.caunoi.api.moving.MovingRefused;
import vn.caunoi.api.moving.ProblemList;
import vn.caunoi.api.moving.ProblemWords;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.ops.server.ConsoleCommand;
import vn.caunoi.ops.server.FallingDue;

/**
 * {@code import-petitions FILE MAPPING ERRORS FROM-LINE [dry-run] [passphrase=FILE]}: takes the petitions of a former register over. Exit
 * status 1 when a line was left out.
 */
@Component
class MovingInConsole implements ConsoleCommand {

    private static final Duration SETTLE = Duration.ofMinutes(60);
    private static final String BY = "system:console";
    private static final int SHOWN = 50;
    private static final String PASSPHRASE = "passphrase=";

    private final MovingIn moving;
    private final MovingLog log;
    private final ProblemWords words;
    private final Progress progress;
    private final FallingDue due;

    MovingInConsole(MovingIn moving, MovingLog log, ProblemWords words, Progress progress, FallingDue due) {
        this.moving = moving;
        this.log = log;
        this.words = words;
        this.progress = progress;
        this.due = due;
    }

    @Override
    public String name() {
        return "import-petitions";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        try {
            Mapping mapping = MappingFile.named(arguments.get(1));
            boolean dry = arguments.contains("dry-run");
            var wish = new MovingIn.Wish(dry, Long.parseLong(arguments.get(3)), envelopes(arguments));
            return take(Path.of(arguments.get(0)), mapping, Path.of(arguments.get(2)), wish, out);
        } catch (MovingRefused refused) {
            out.println(words.of(refused, Locale.ENGLISH));
            out.println("Nothing was changed.");
            return 1;
        }
    }

    private static @Nullable Envelopes envelopes(List<String> arguments) {
        return arguments.stream()
                .filter(one -> one.startsWith(PASSPHRASE))
                .findFirst()
                .map(one -> Envelopes.in(Path.of(one.substring(PASSPHRASE.length()))))
                .orElse(null);
    }

    private int take(Path file, Mapping mapping, Path errors, MovingIn.Wish wish, PrintWriter out) {
        progress.awaitSettled(SETTLE);
        long begun = System.nanoTime();
        var what = wish.dryRun() ? MovingLog.What.DRY_RUN : MovingLog.What.IN;
        String id = log.begin(BY, what, String.valueOf(file.getFileName()), mapping.source());
        MovingIn.Count count;
        try (ProblemList list = new ProblemList(errors, words, Locale.ENGLISH)) {
            count = moving.run(file, mapping, wish, new Told(list, out, begun));
        }
        log.end(id, count.done(), count.taken(), count.already(), count.wrong());
        tell(count, wish.dryRun(), errors, out, begun);
        if (!wish.dryRun() && count.taken() > 0) settle(out, begun);
        return count.wrong() == 0 ? 0 : 1;
    }

    private void settle(PrintWriter out, long begun) {
        out.println("processes and read models follow …");
        boolean settled = progress.awaitSettled(SETTLE);
        due.settle();
        out.printf("everything visible: %s; %.1f s%n", settled ? "yes" : "not yet", seconds(begun));
    }

    private static void tell(MovingIn.Count count, boolean dry, Path errors, PrintWriter out, long begun) {
        double seconds = seconds(begun);
        out.printf(
                "%s: %d (open %d, closed %d), here already: %d, lines left out: %d%n",
                dry ? "would be taken" : "taken",
                count.taken(),
                count.open(),
                count.taken() - count.open(),
                count.already(),
                count.wrong());
        if (count.repeated() > 0) out.printf("further lines of the same cases: %d%n", count.repeated());
        if (count.wrong() > 0) out.println("all that is wrong: " + errors);
        out.printf("%d lines in %.1f s, %.0f lines/s%n", count.done(), seconds, count.done() / seconds);
        if (dry) out.println("Nothing was changed: this was a dry run.");
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Problems to the list, the first of them to the screen, and a line that tells how long it still takes. */
    private final class Told implements MovingIn.Watcher {
        private final ProblemList list;
        private final PrintWriter out;
        private final long begun;
        private int problems;

        Told(ProblemList list, PrintWriter out, long begun) {
            this.list = list;
            this.out = out;
            this.begun = begun;
        }

        @Override
        public void wrong(LineProblem problem) {
            list.add(problem);
            if (++problems <= SHOWN) out.println(words.line(problem, Locale.ENGLISH));
            if (problems == SHOWN) out.println("… the rest is in the list of errors");
        }

        @Override
        public void at(MovingIn.Count count) {
            double seconds = seconds(begun);
            double left = count.done() == 0 ? 0 : seconds / count.done() * (count.lines() - count.done());
            out.println("\r%,d of %,d lines (%d %%), %.0f s, %.0f s left; taken %,d, here already %,d, wrong %,d"
                    .formatted(
                            count.done(),
                            count.lines(),
                            count.lines() == 0 ? 100 : 100 * count.done() / count.lines(),
                            seconds,
                            left,
                            count.taken(),
                            count.already(),
                            count.wrong()));
            if (out.checkError()) throw new CancellationException("nobody listens any more");
        }
    }
}
