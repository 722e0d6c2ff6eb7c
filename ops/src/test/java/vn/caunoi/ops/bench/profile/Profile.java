package vn.caunoi.ops.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/**
 * Records this process while a row is measured (both sides, ours and the peer in its turn) and writes the recording, a
 * list of where the samples lie and a flame graph.
 */
public final class Profile implements AutoCloseable {
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(10);

    private final Recording recording = new Recording();
    private final Path folder;
    private final String row;

    private Profile(Path folder, String row) {
        this.folder = folder;
        this.row = row;
    }

    /** @param folder where {@code profile-<row>.jfr}, {@code .txt} and {@code .svg} go */
    public static Profile of(Path folder, String row) {
        Profile profile = new Profile(folder, row);
        profile.recording.enable("jdk.ExecutionSample").withPeriod(BETWEEN_SAMPLES);
        profile.recording.start();
        return profile;
    }

    @Override
    public void close() {
        recording.stop();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("profile-" + row + ".jfr");
            recording.dump(file);
            Stacks stacks = Stacks.of(file);
            Files.writeString(folder.resolve("profile-" + row + ".txt"), new TopList(stacks).text());
            Files.writeString(folder.resolve("profile-" + row + ".svg"), new FlameGraph(stacks, 0.4).svg());
            Files.writeString(
                    folder.resolve("profile-" + row + "-outline.svg"),
                    new FlameGraph(new Shares(stacks).outlines(), 3).svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            recording.close();
        }
    }
}
