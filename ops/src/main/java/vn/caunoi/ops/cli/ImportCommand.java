package vn.caunoi.ops.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What comes in from other registers. */
@Command(
        name = "import",
        description = {
            "Import petitions or cases from another register, or units and officers.",
            "",
            "  ./run import petitions FILE --mapping MAP [--dry-run] [--from-line N]",
            "  ./run import directory --file FILE [--dry-run] [--valid-from DAY]",
            "  ./run import receipt --file FILE"
        })
final class ImportCommand extends CommandTree.Delegated {

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = {
                "petitions: a former register's petitions (CSV or XLSX) by a mapping, see docs/moving-in.md.",
                "receipt: the municipal receipt log (CSV).",
                "directory: units, officers, roles and accounts (CSV with the columns what, id, name, unit, roles, account; from, until if wanted), or categories (CSV with id, parent, vi, en, field; units, from, until if wanted)."
            })
    String format = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file to read.")
    @Nullable Path given;

    @Option(names = "--file", paramLabel = "FILE", description = "The same.")
    @Nullable Path file;

    @Option(names = "--dry-run", description = "petitions, directory: say what would change, and change nothing.")
    boolean dryRun;

    @Option(
            names = "--valid-from",
            paramLabel = "DAY",
            description = "directory: the day of lines without one (column from); what is to come is planned.")
    @Nullable String validFrom;

    @Option(
            names = "--mapping",
            paramLabel = "MAP",
            description = "petitions: which column is what (YAML or JSON); caunoi: an export of this program.")
    @Nullable String mapping;

    @Option(names = "--from-line", paramLabel = "N", description = "petitions: pass over the lines before this one.")
    long fromLine;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "petitions: where all wrong lines are listed; FILE.errors.csv if not given.")
    @Nullable Path errors;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "petitions: its first line opens denunciations that were exported in envelopes.")
    @Nullable Path passphrase;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    List<String> words() {
        Path read = file == null ? given : file;
        if (read == null) throw new ParameterException(spec.commandLine(), "Missing required option: '--file=FILE'");
        String path = absolute(read);
        if (format.equals("petitions")) return petitions(path);
        if (!format.equals("directory")) return List.of("import", format, path);
        List<String> words = new ArrayList<>(List.of("import-directory", path));
        if (dryRun) words.add("dry-run");
        if (validFrom != null) words.add("from=" + validFrom);
        return words;
    }

    private List<String> petitions(String path) {
        String by = mapping;
        if (by == null) throw new ParameterException(spec.commandLine(), "import petitions needs --mapping");
        boolean named = by.matches("[a-z]+");
        List<String> words = new ArrayList<>(List.of("import-petitions", path, named ? by : absolute(Path.of(by))));
        words.add(errors == null ? path + ".errors.csv" : absolute(errors));
        words.add(String.valueOf(fromLine));
        if (dryRun) words.add("dry-run");
        if (passphrase != null) words.add("passphrase=" + absolute(passphrase));
        return words;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
