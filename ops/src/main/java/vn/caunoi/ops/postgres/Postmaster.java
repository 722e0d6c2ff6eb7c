package vn.caunoi.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database process that {@code postmaster.pid} in its folder tells of; it may long be dead. */
record Postmaster(Path cluster, long pid, int port) {
    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int LINES_WHEN_LISTENING = 4;

    /** Above every process number the system gives out. */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    /** Empty when none was started, or the one that starts does not listen yet. */
    static Optional<Postmaster> of(Path cluster) {
        List<String> lines = lines(cluster);
        if (lines.size() < LINES_WHEN_LISTENING) return Optional.empty();
        return Optional.of(new Postmaster(
                cluster,
                Long.parseLong(lines.get(PID).strip()),
                Integer.parseInt(lines.get(PORT).strip())));
    }

    /** Whether that process lives and serves this very folder: numbers are given out again after a restart. */
    boolean lives() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .filter(command -> command.contains("postgres") && command.contains(cluster.toString()))
                .isPresent();
    }

    /**
     * Takes the number of a dead postmaster out of the file if another process bears it by now, which PostgreSQL would
     * take for a running one. The rest of the file stays: by it PostgreSQL sees whether parts of the dead one still write.
     */
    void freeItsNumber() {
        if (ProcessHandle.of(pid).isEmpty()) return;
        List<String> lines = new ArrayList<>(lines(cluster));
        lines.set(PID, NOBODY);
        OwnFiles.write(cluster.resolve("postmaster.pid"), String.join("\n", lines) + "\n");
    }

    private static List<String> lines(Path cluster) {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
