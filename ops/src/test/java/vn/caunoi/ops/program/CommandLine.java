package vn.caunoi.ops.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a run of the program said, and how it ended. */
public record CommandLine(int status, String said) {

    /** Runs the program with these words to its end. */
    static CommandLine run(String... words) {
        return runTyping("", words);
    }

    /** The same with a line of standard input. */
    public static CommandLine runTyping(String input, String... words) {
        try {
            Process process = begin(words);
            try (OutputStream typed = process.getOutputStream()) {
                if (!input.isEmpty()) typed.write((input + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(3, TimeUnit.MINUTES)) throw new IllegalStateException("does not end: " + said);
            return new CommandLine(process.exitValue(), said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the program with these words; its standard error goes where its output does. */
    static Process begin(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.caunoi.ops.Caunoi"));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
