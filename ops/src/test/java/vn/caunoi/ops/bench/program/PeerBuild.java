package vn.caunoi.ops.bench.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The peer's libraries do not go together with ours, so it has a build of its own, which only row 10 runs. */
final class PeerBuild {
    private static final Path POM = Path.of("ops/bench/peer/pom.xml").toAbsolutePath();
    private static final Path PATH = POM.resolveSibling("target/classpath");
    private static final Path LOG = POM.resolveSibling("target/build.log");

    private PeerBuild() {}

    /** @param fetching whether libraries may be fetched that are not here; null when they may not and are missing */
    static @Nullable String classPath(boolean fetching) {
        if (!builds("--offline") && !(fetching && builds("--update-snapshots"))) {
            if (fetching) throw new IllegalStateException("the peer cannot be built, see " + LOG);
            return null;
        }
        try {
            return POM.resolveSibling("target/classes") + File.pathSeparator + Files.readString(PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean builds(String option) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp", option, "-f", POM.toString()));
        command.addAll(List.of("compile", "dependency:build-classpath", "-Dmdep.outputFile=" + PATH));
        try {
            Files.createDirectories(LOG.getParent());
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(LOG.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
