package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.processes.driver.Determinism;
import vn.caunoi.processes.driver.Determinism.Finding;
import vn.caunoi.processes.driver.Rehearsal.Wanted;

/**
 * {@code check determinism [FROM [TO]]}: follows the cases received on these days again by the versions they followed
 * and tells those that did not follow their model; exit status 1 when there is one. Writes nothing, while the
 * application serves.
 */
@Component
class CheckConsole implements ConsoleCommand {

    private static final String USAGE = "check determinism [FROM [TO]], days of receipt such as 2026-11-18";
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private final Determinism determinism;
    private final BusinessClock clock;

    CheckConsole(Determinism determinism, BusinessClock clock) {
        this.determinism = determinism;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        if (arguments.isEmpty() || arguments.size() > 3 || !arguments.getFirst().equals("determinism"))
            return usage(out);
        try {
            LocalDate from = arguments.size() > 1 ? LocalDate.parse(arguments.get(1)) : BEGINNING;
            LocalDate to = arguments.size() > 2 ? LocalDate.parse(arguments.get(2)) : clock.today();
            return check(from, to, out);
        } catch (DateTimeException noDay) {
            return usage(out);
        }
    }

    private static int usage(PrintWriter out) {
        out.println(USAGE);
        return 2;
    }

    private int check(LocalDate from, LocalDate to, PrintWriter out) {
        Seen seen = new Seen(out);
        Instant first = from.atStartOfDay(DueDate.ZONE).toInstant();
        Instant last = to.plusDays(1).atStartOfDay(DueDate.ZONE).toInstant();
        determinism.check(new Wanted(first, last, Integer.MAX_VALUE, Set.of()), seen::took);
        out.println("%d cases followed again in %.1f s, %.0f a second; %d did not follow their model"
                .formatted(seen.cases, seen.seconds(), seen.cases / Math.max(0.001, seen.seconds()), seen.different));
        return seen.different == 0 ? 0 : 1;
    }

    /** Tells what differs as soon as it is found; ends when nobody listens any more. */
    private static final class Seen {
        private final PrintWriter out;
        private final Consumer<Integer> bar;
        private final long began = System.nanoTime();
        private int cases;
        private int different;

        Seen(PrintWriter out) {
            this.out = out;
            this.bar = new Seldom<>(many -> out.println("\r" + many + " cases followed"));
        }

        boolean took(List<Finding> found) {
            cases += found.size();
            for (Finding one : found) {
                if (one.difference() == null) continue;
                different++;
                out.println("differs: " + one.code() + ": " + one.difference());
            }
            bar.accept(cases);
            return !out.checkError();
        }

        double seconds() {
            return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3;
        }
    }
}
