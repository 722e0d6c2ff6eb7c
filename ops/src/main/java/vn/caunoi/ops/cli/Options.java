package vn.caunoi.ops.cli;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be said on the command line or by environment variable, for serving and for all commands. */
final class Options {

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:CAUNOI_PORT:-8080}",
            description = "Port on the loopback address (CAUNOI_PORT; default 8080).")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CAUNOI_DATA:-.data}",
            description = "Folder of the embedded database, files and keys (CAUNOI_DATA; default .data).")
    Path data = Path.of(".data");

    @Option(
            names = "--demo",
            defaultValue = "${env:CAUNOI_DEMO:-false}",
            description = "Demonstration: embedded database, accounts with known passwords, loopback only.")
    boolean demo;

    @Option(
            names = "--no-samples",
            defaultValue = "${env:CAUNOI_NO_SAMPLES:-false}",
            description = "Demonstration without sample cases: only units, accounts and models.")
    boolean noSamples;

    @Option(
            names = "--clock",
            paramLabel = "TIME",
            defaultValue = "${env:CAUNOI_CLOCK}",
            converter = Moment.class,
            description = "Demonstration: start the business clock there, for example 2026-11-18T09:00:00+07:00.")
    @Nullable OffsetDateTime clock;

    /** The settings that were typed: they win over everything else, environment variables of the same name included. */
    Map<String, Object> typed(boolean serving) {
        Map<String, Object> typed = new LinkedHashMap<>();
        if (serving && isTyped("--port")) typed.put("server.port", port);
        if (isTyped("--data")) typed.put("caunoi.data", folder());
        if (isTyped("--demo")) typed.put("caunoi.demo", isDemo());
        if (clock != null && isTyped("--clock")) typed.put("caunoi.clock", clock.toString());
        return typed;
    }

    /** A flag that is typed sets the opposite of its default: that of an environment which says so already would undo it. */
    boolean isDemo() {
        return demo || isTyped("--demo");
    }

    boolean isWithoutSamples() {
        return noSamples || isTyped("--no-samples");
    }

    String folder() {
        return data.toAbsolutePath().normalize().toString();
    }

    private boolean isTyped(String option) {
        return command.commandLine() != null
                && command.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** Tells a time that cannot be read in words of the person who typed it. */
    static final class Moment implements picocli.CommandLine.ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            try {
                return OffsetDateTime.parse(text);
            } catch (java.time.format.DateTimeParseException e) {
                throw new picocli.CommandLine.TypeConversionException(
                        "'" + text + "' is no time with a zone, such as 2026-11-18T09:00:00+07:00");
            }
        }
    }
}
