package vn.caunoi.ops.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs rows one after the other and tells each line as soon as it is known. */
final class Suite {
    private final Size size;
    private final int pairs;
    private final PrintStream out;

    /** @param pairs 0 for as many as is usual for the size */
    Suite(Size size, int pairs, PrintStream out) {
        this.size = size;
        this.pairs = pairs;
        this.out = out;
    }

    Result run(Path data, List<Row.Entry> rows) {
        long begun = System.nanoTime();
        List<Result.Ran> ran = new ArrayList<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        try (Folder folder = Folder.of(data);
                Ground ground = Ground.prepare(folder.path(), size)) {
            Map<String, Object> machine = Machine.described(ground);
            out.println(Machine.line(machine));
            out.printf(
                    "%-4s %-66s %12s %12s %9s  %-19s %-8s%n", "id", "name", "ours", "peer", "ratio", "range", "goal");
            for (Row.Entry row : rows) ran(row, ground, wrong, ran);
            return new Result(machine, size, ran, wrong, since(begun));
        }
    }

    private void ran(Row.Entry row, Ground ground, Map<String, String> wrong, List<Result.Ran> ran) {
        long begun = System.nanoTime();
        Pairs taken = new Pairs();
        try (Row prepared = row.making().on(ground)) {
            prepared.measure(taken, pairs > 0 ? pairs : size.pairs(row.heavy()));
        } catch (WrongResult e) {
            wrong.put(row.id(), String.valueOf(e.getMessage()));
            out.printf("%-4s WRONG: %s%n", row.id(), e.getMessage());
        }
        List<Figures> figures = taken.figures();
        figures.stream().filter(of -> !of.measure().goal().isNone()).forEach(of -> out.println(of.line(size)));
        out.printf("     (row %s took %d s)%n", row.id(), since(begun).toSeconds());
        ran.add(new Result.Ran(row, figures, taken.curves(), taken.remarks(), since(begun)));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
