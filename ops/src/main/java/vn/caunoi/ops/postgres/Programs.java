package vn.caunoi.ops.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the programs of PostgreSQL and waits for their end. */
record Programs(Path bin, Path output) {

    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) command.addAll(List.of("unshare", "--user"));
        command.add(bin.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        if (exitCodeOf(command) != 0) throw new CannotStart(program + " of PostgreSQL failed: " + lastWords());
    }

    private int exitCodeOf(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LD_"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new CannotStart(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("while waiting for " + command.getFirst()));
        }
    }

    private String lastWords() {
        try (Stream<String> lines = Files.lines(output)) {
            List<String> said =
                    lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
            String end = said.stream().skip(Math.max(0, said.size() - 3)).collect(Collectors.joining("; "));
            return end.startsWith("unshare:")
                    ? "it refuses to run as root, and this machine allows no user namespaces (" + end
                            + "). Start the program as an ordinary user, or configure a database by spring.datasource.url."
                    : end + " (see " + output.getParent() + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
