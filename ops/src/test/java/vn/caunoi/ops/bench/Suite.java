package vn.caunoi.ops.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.ops.bench.profile.Profile;

/** Runs rows one after the other and tells each line as soon as it is known. */
final class Suite {
    private final Asked asked;
    private final Size size;
    private final PrintStream out;
    private final @Nullable Path profiles;

    Suite(Asked asked) {
        this(asked, null);
    }

    private Suite(Asked asked, @Nullable Path profiles) {
        this.asked = asked;
        this.size = asked.size();
        this.out = asked.results();
        this.profiles = profiles;
    }

    /** With a profile of each row in that folder. */
    Suite recordedTo(Path folder) {
        return new Suite(asked, folder);
    }

    Result run(Path data, List<Row.Entry> rows) {
        long begun = System.nanoTime();
        List<Result.Ran> ran = new ArrayList<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        try (Folder folder = Folder.of(data);
                Ground ground = Ground.prepare(folder.path(), asked)) {
            Map<String, Object> machine = Machine.described(ground);
            out.println(Machine.line(machine));
            out.printf(
                    "%-4s %-66s %12s %12s %9s  %-19s %-8s%n", "id", "name", "ours", "peer", "ratio", "range", "goal");
            Estimate estimate = new Estimate(asked, rows);
            for (Row.Entry row : rows) {
                ground.say(estimate.before(row));
                ran(row, ground, wrong, ran);
            }
            return new Result(machine, size, ran, wrong, since(begun));
        }
    }

    private void ran(Row.Entry row, Ground ground, Map<String, String> wrong, List<Result.Ran> ran) {
        long begun = System.nanoTime();
        double cpu = ground.cpu();
        Pairs taken = new Pairs(ground::say);
        try (Row prepared = row.making().on(ground)) {
            measure(row, prepared, taken);
        } catch (WrongResult e) {
            wrong.put(row.id(), String.valueOf(e.getMessage()));
            out.printf("%-4s WRONG: %s%n", row.id(), e.getMessage());
        } catch (RuntimeException | Error broken) {
            // the run is an error all the same, but what the other rows take an hour to tell is not lost
            broken.printStackTrace();
            wrong.put(row.id(), String.valueOf(broken));
            out.printf("%-4s ENDED: %s%n", row.id(), broken);
        }
        List<Figures> figures = taken.figures();
        figures.stream().filter(of -> !of.measure().goal().isNone()).forEach(of -> out.println(of.line(size)));
        taken.remarks().forEach((what, value) -> out.printf("     %s: %s%n", what, value));
        out.printf("     row %s: %d s, %.0f s of CPU%n", row.id(), since(begun).toSeconds(), ground.cpu() - cpu);
        ran.add(new Result.Ran(row, figures, taken.curves(), taken.remarks(), since(begun)));
    }

    private void measure(Row.Entry row, Row prepared, Pairs taken) {
        int times = asked.pairs(row.heavy());
        if (profiles == null) {
            prepared.measure(taken, times);
            return;
        }
        try (Profile recorded = Profile.of(profiles, row.id())) {
            prepared.measure(taken, times);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
