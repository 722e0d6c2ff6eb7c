package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.driver.EngineRebuild;
import vn.caunoi.projections.Rebuild;

/**
 * {@code rebuild NAME}: a read model anew from the record, beside the one in use, or the engine, while the driver
 * stands; with a progress bar.
 */
@Component
class RebuildConsole implements ConsoleCommand {
    private static final String ENGINE = "engine";
    private static final int BAR = 40;
    private static final Duration BETWEEN_LINES = Duration.ofMillis(250);

    private final Rebuild rebuild;

    private final EngineRebuild engine;

    RebuildConsole(Rebuild rebuild, EngineRebuild engine) {
        this.rebuild = rebuild;
        this.engine = engine;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        if (arguments.equals(List.of(ENGINE))) return engine(out);
        TreeSet<String> known = new TreeSet<>(rebuild.names());
        List<String> wanted = arguments.equals(List.of("all")) ? List.copyOf(known) : arguments;
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            out.println("What can be rebuilt: all, " + String.join(", ", known) + "; engine");
            return 2;
        }
        for (String name : wanted) one(name, out);
        return 0;
    }

    /** Exit status 1 when a petition came out otherwise than it was recorded. */
    private int engine(PrintWriter out) {
        long[] shown = {System.nanoTime()};
        EngineRebuild.Result result = engine.run(progress -> {
            if (System.nanoTime() - shown[0] < BETWEEN_LINES.toNanos()) return;
            shown[0] = System.nanoTime();
            out.println(bar(new Rebuild.Progress(ENGINE, progress.done(), progress.total(), progress.elapsed())));
        });
        out.println(bar(new Rebuild.Progress(ENGINE, result.events(), result.events(), result.took())));
        out.printf(
                "engine is rebuilt: %d events of %d petitions in %.1f s; %d differ from what was recorded%n",
                result.events(),
                result.petitions(),
                result.took().toMillis() / 1e3,
                result.different().size());
        result.different().forEach(one -> out.println("differs: " + one.code() + ": " + one.what()));
        return result.different().isEmpty() ? 0 : 1;
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
