package vn.caunoi.ops.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What goes out to other registers. */
@Command(
        name = "export",
        description = {
            "Export petitions, in the columns by which they can be imported elsewhere.",
            "Of denunciations only number, kind, unit, stage and dates are given out, or with --as who handles them and",
            "--passphrase-file all of it in an envelope; names in confidential petitions only with --as somebody who may",
            "see them."
        })
final class ExportCommand extends CommandTree.Delegated {

    @Parameters(index = "0", paramLabel = "FORMAT", description = "petitions.")
    String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write: .csv or .xlsx.")
    Path file = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "Received on that day or later, for example 2026-01-01.")
    LocalDate from = LocalDate.of(1900, 1, 1);

    @Option(names = "--to", paramLabel = "DAY", description = "Received on that day or before.")
    LocalDate to = LocalDate.of(2200, 1, 1);

    @Option(names = "--unit", paramLabel = "UNIT", description = "Of that unit and those below it.")
    String unit = "";

    @Option(names = "--as", paramLabel = "ACCOUNT", description = "What this account may see.")
    String as = "";

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "Its first line closes the denunciations that --as handles in envelopes; each is written down.")
    @Nullable Path passphrase;

    @Override
    List<String> words() {
        return List.of(
                "export",
                format,
                file.toAbsolutePath().normalize().toString(),
                from.toString(),
                to.toString(),
                unit,
                as,
                passphrase == null
                        ? ""
                        : passphrase.toAbsolutePath().normalize().toString());
    }
}
