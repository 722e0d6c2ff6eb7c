package vn.caunoi.ops.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The words of the command line. */
@Command(
        name = "caunoi",
        description = "Event-sourced workflow engine for citizen complaints and petitions.",
        synopsisSubcommandLabel = "[COMMAND]",
        usageHelpAutoWidth = true,
        sortOptions = false,
        footer = {
            "",
            "Without a command the program serves. A command finds a running node on the same data and asks it;",
            "without one it runs alone."
        })
public final class CommandTree implements Callable<Integer> {
    /** The program goes on after {@code main}. */
    public static final int SERVING = -1;

    @Mixin
    private Options options = new Options();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    /** The whole command line of the program; errors are one line on standard error. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CommandTree());
        line.addSubcommand("import", new ImportCommand());
        line.addSubcommand("export", new ExportCommand());
        line.addSubcommand("rebuild", new RebuildCommand());
        line.addSubcommand("doctor", new DoctorCommand());
        line.addSubcommand("check", new CheckCommand());
        line.addSubcommand("admin", new AdminCommand());
        line.addSubcommand("account", new AccountCommand());
        line.setExecutionExceptionHandler((problem, at, parsed) -> told(problem));
        return line;
    }

    @Override
    public Integer call() {
        Program.serve(options);
        return SERVING;
    }

    private static int told(Exception problem) throws Exception {
        String reason = OneLineForPeople.reason(problem);
        if (reason == null) throw problem;
        System.err.println("caunoi: " + reason);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** A command that a running node carries out, or this process when there is none. */
    abstract static class Delegated implements Callable<Integer> {
        @Mixin
        Options options = new Options();

        abstract List<String> words();

        @Override
        public Integer call() {
            return Program.carryOut(options, words());
        }
    }

    @Command(
            name = "rebuild",
            description = {
                "Build a read model or the engine anew from the events, while the application serves.",
                "A read model is built beside the one in use, compared with it and put in its place; the former one is",
                "kept to go back to. Ctrl-C before that leaves everything as it was."
            })
    static final class RebuildCommand extends Delegated {
        @Parameters(
                paramLabel = "NAME",
                description = {
                    "inbox, casefile, oversight, directory, incidents, all (of these), or engine;",
                    "status tells what runs and what is kept."
                })
        String name = "";

        @ArgGroup
        private Instead instead = new Instead();

        /** At most one of them. */
        static final class Instead {
            @Option(names = "--compare", description = "Only build and compare: tell the differences, change nothing.")
            boolean compare;

            @Option(names = "--only-if-same", description = "Put it in use only when it does not differ.")
            boolean onlyIfSame;

            @Option(names = "--at-once", description = "Put it in use without comparing.")
            boolean atOnce;

            @Option(
                    names = "--roll-back",
                    description = "Go back to what the last rebuild replaced, once it has caught up.")
            boolean rollBack;

            @Option(names = "--forget", description = "Drop what the last rebuild replaced.")
            boolean forget;

            private List<String> words() {
                if (compare) return List.of("--compare");
                if (onlyIfSame) return List.of("--only-if-same");
                if (atOnce) return List.of("--at-once");
                if (rollBack) return List.of("--roll-back");
                return forget ? List.of("--forget") : List.of();
            }
        }

        @Override
        List<String> words() {
            List<String> words = new ArrayList<>(List.of("rebuild", name));
            words.addAll(instead.words());
            return words;
        }
    }

    @Command(name = "doctor", description = "Look over the installation and say what is wrong with it.")
    static final class DoctorCommand extends Delegated {
        @Override
        List<String> words() {
            return List.of("doctor");
        }
    }

    @Command(
            name = "check",
            description = {
                "Prove that cases followed their models: each is followed again from its recorded events, and what comes of",
                "it is compared with the record. Writes nothing."
            })
    static final class CheckCommand extends Delegated {
        @Parameters(index = "0", paramLabel = "WHAT", description = "determinism")
        String what = "";

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "DAY",
                description = "First and last day of receipt, such as 2026-11-18; all when nothing is said.")
        List<String> days = List.of();

        @Override
        List<String> words() {
            List<String> words = new ArrayList<>(List.of("check", what));
            words.addAll(days);
            return words;
        }
    }

    @Command(
            name = "admin",
            description = "Create an administrator's account; the password is read from standard input.")
    static final class AdminCommand extends Delegated {
        @Parameters(paramLabel = "NAME", description = "Account name.")
        String name = "";

        @Option(names = "--unit", required = true, paramLabel = "UNIT", description = "Id of the unit at the top.")
        String unit = "";

        @Option(names = "--unit-name", paramLabel = "TEXT", description = "Its name, when it is to be established.")
        String unitName = "";

        @Override
        List<String> words() {
            List<String> words = new ArrayList<>(List.of("admin", name, unit, unitName));
            words.add(Passwords.read());
            return words;
        }
    }
}
