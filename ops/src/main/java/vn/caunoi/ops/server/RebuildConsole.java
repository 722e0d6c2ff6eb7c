package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.driver.EngineRebuild;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Rebuild.Way;

/**
 * {@code rebuild NAME}: a read model anew from the record, beside the one in use, or the engine, while the driver
 * stands; with a progress bar. When nobody listens any more, it ends and leaves nothing.
 */
@Component
class RebuildConsole implements ConsoleCommand {
    private static final String ENGINE = "engine";
    private static final String ALL = "all";
    private static final Map<String, Way> WAYS =
            Map.of("--compare", Way.TRIAL, "--only-if-same", Way.ONLY_IF_SAME, "--at-once", Way.AT_ONCE);

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
        if (arguments.equals(List.of("status"))) return status(out);
        List<String> names = new ArrayList<>(arguments);
        names.removeIf(word -> word.startsWith("--"));
        List<String> options = new ArrayList<>(arguments);
        options.removeAll(names);
        Set<String> known = new TreeSet<>(rebuild.names());
        List<String> wanted = names.equals(List.of(ALL)) ? List.copyOf(known) : names;
        if (wanted.isEmpty() || !known.containsAll(wanted) || options.size() > 1 || options.contains(ENGINE)) {
            out.println("What can be rebuilt: all, " + String.join(", ", known) + "; engine, without options");
            return 2;
        }
        String option = options.isEmpty() ? "" : options.getFirst();
        return wanted.stream().mapToInt(name -> one(name, option, out)).max().orElse(0);
    }

    private int one(String name, String option, PrintWriter out) {
        return switch (option) {
            case "--roll-back" -> rollBack(name, out);
            case "--forget" -> forget(name, out);
            default -> rebuild(name, WAYS.getOrDefault(option, Way.COMPARED), out);
        };
    }

    /** Exit status 1 when it differed and that was not wanted. */
    private int rebuild(String name, Way way, PrintWriter out) {
        out.println("%s takes %s; as much is needed beside it while it is rebuilt"
                .formatted(name, RebuildWords.size(rebuild.bytes(name))));
        Rebuild.Outcome outcome = rebuild.run(name, way, bar(out));
        RebuildWords.told(name, outcome).forEach(out::println);
        return way == Way.ONLY_IF_SAME && !outcome.replaced() ? 1 : 0;
    }

    private int rollBack(String name, PrintWriter out) {
        Rebuild.Outcome outcome = rebuild.rollBack(name, bar(out));
        out.println("%s is what it was before the last rebuild, caught up in %.1f s; the rebuilt one is kept: %s"
                .formatted(name, outcome.end().elapsed().toMillis() / 1e3, RebuildWords.size(outcome.keptBytes())));
        return 0;
    }

    private int forget(String name, PrintWriter out) {
        out.println(rebuild.forget(name)
                .map(kept -> RebuildWords.size(kept.bytes()) + " of " + name + " are free again")
                .orElse("nothing is kept of " + name));
        return 0;
    }

    private int status(PrintWriter out) {
        var running = rebuild.running();
        var kept = rebuild.kept();
        running.forEach(progress -> out.println(RebuildWords.bar(progress)));
        if (running.isEmpty()) out.println(kept.isEmpty() ? "no rebuild runs, and nothing is kept" : "no rebuild runs");
        kept.forEach(one -> out.println(RebuildWords.kept(one)));
        return 0;
    }

    private static Consumer<Rebuild.Progress> bar(PrintWriter out) {
        return new Seldom<>(progress -> {
            out.println("\r" + RebuildWords.bar(progress));
            if (out.checkError()) throw new CancellationException("nobody listens any more");
        });
    }

    /** Exit status 1 when a petition came out otherwise than it was recorded. */
    private int engine(PrintWriter out) {
        Consumer<EngineRebuild.Progress> bar = new Seldom<>(progress ->
                out.println("\r" + RebuildWords.bar(ENGINE, progress.done(), progress.total(), progress.elapsed())));
        EngineRebuild.Result result = engine.run(bar);
        out.println("engine is rebuilt: %d events of %d petitions in %.1f s; %d differ from what was recorded"
                .formatted(
                        result.events(),
                        result.petitions(),
                        result.took().toMillis() / 1e3,
                        result.different().size()));
        result.different().forEach(one -> out.println("differs: " + one.code() + ": " + one.what()));
        return result.different().isEmpty() ? 0 : 1;
    }
}
