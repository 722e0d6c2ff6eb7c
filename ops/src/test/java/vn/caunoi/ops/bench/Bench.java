package vn.caunoi.ops.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the suite. */
@Command(
        name = "./bench",
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = {
            "Measures Caunoi against its peers: both sides on one PostgreSQL (fsync and synchronous commit on) with the same",
            "pool, A B A B, the median of the ratios with their range. Wrong results end it with an error.",
            ""
        },
        footer = {
            "",
            "Raw results, a table and charts go to ops/bench/results. What each row measures: docs/performance.md."
        })
public final class Bench implements Callable<Integer> {
    private static final Path REFERENCE = Path.of("docs/bench");

    @Parameters(paramLabel = "ROW", description = "Rows to run, for example 3 4c; all when none is named.")
    private List<String> rows = List.of();

    @Option(names = "--quick", description = "Everything at small size: shows that results are right, not how fast.")
    private boolean quick;

    @Option(names = "--full", description = "The sizes of the table of goals, five pairs each; takes hours.")
    private boolean full;

    @Option(names = "--list", description = "Name the rows and end.")
    private boolean list;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of each row.")
    private int pairs;

    @Option(
            names = "--cases",
            paramLabel = "N",
            description =
                    "Cases in the store of rows 1d, 5, 5b, 8, 9 and 13, half of them closed; a million takes some minutes.")
    private int cases;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".run/bench",
            description = "Folder of the database while it runs (default .run/bench).")
    private Path data = Path.of(".run/bench");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "ops/bench/results",
            description = "Where results go (default ops/bench/results).")
    private Path results = Path.of("ops/bench/results");

    @Option(
            names = "--reference",
            description = "Also write the run in short to docs/bench, to be kept with the sources.")
    private boolean reference;

    @Option(names = "--profile", description = "Also record where the time goes: a list and a flame graph per row.")
    private boolean profile;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (list) {
            Rows.ALL.forEach(row -> System.out.printf("%-4s %s%n", row.id(), row.name()));
            return 0;
        }
        Optional<String> unknown =
                rows.stream().filter(id -> Rows.named(id).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            System.err.println("bench: there is no row " + unknown.get() + "; --list names them");
            return CommandLine.ExitCode.USAGE;
        }
        Size size = quick ? Size.QUICK : full ? Size.FULL : Size.USUAL;
        Suite suite = new Suite(new Asked(size, pairs, cases, System.out, System.err));
        if (profile) suite = suite.recordedTo(results);
        List<Row.Entry> wanted = rows.isEmpty()
                ? Rows.ALL
                : Rows.ALL.stream().filter(row -> rows.contains(row.id())).toList();
        Result result = suite.run(data.toAbsolutePath(), wanted);
        new Report(result).write(results);
        if (reference) new Reference(result).write(REFERENCE);
        System.out.println("\nWritten to " + results);
        return result.wrong().isEmpty() ? 0 : 1;
    }
}
