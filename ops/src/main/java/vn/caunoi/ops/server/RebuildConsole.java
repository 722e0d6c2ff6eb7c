package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.Rebuild;

/** {@code rebuild NAME}: a read model anew from the record, beside the one in use, with a progress bar. */
@Component
class RebuildConsole implements ConsoleCommand {
    private static final int BAR = 40;
    private static final Duration BETWEEN_LINES = Duration.ofMillis(250);

    private final Rebuild rebuild;

    RebuildConsole(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        TreeSet<String> known = new TreeSet<>(rebuild.names());
        List<String> wanted = arguments.equals(List.of("all")) ? List.copyOf(known) : arguments;
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            out.println("What can be rebuilt: all, " + String.join(", ", known));
            return 2;
        }
        for (String name : wanted) one(name, out);
        return 0;
    }

    private void one(String name, PrintWriter out) {
        long[] shown = {System.nanoTime()};
        Rebuild.Progress end = rebuild.start(name, progress -> {
            if (System.nanoTime() - shown[0] < BETWEEN_LINES.toNanos()) return;
            shown[0] = System.nanoTime();
            out.println(bar(progress));
        });
        out.println(bar(end));
        out.printf(
                "%s is rebuilt: %d events in %.1f s, %.0f a second%n",
                name, end.done(), end.elapsed().toMillis() / 1e3, end.rate());
    }

    private static String bar(Rebuild.Progress progress) {
        double share = progress.total() == 0 ? 1 : Math.min(1, (double) progress.done() / progress.total());
        int full = (int) (share * BAR);
        String left = progress.left()
                .map(time -> ", " + Math.max(0, time.toSeconds()) + " s left")
                .orElse("");
        return "%-10s [%s%s] %3.0f %%, %d of %d events, %.0f a second%s"
                .formatted(
                        progress.name(),
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        share * 100,
                        progress.done(),
                        progress.total(),
                        progress.rate(),
                        left);
    }
}
