package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The grounds on which the law lets a case rest, as they stand in {@code law/grounds.txt}. */
public final class Grounds {

    private static final String FILE = "/law/grounds.txt";
    private static final List<String> ALL = read();

    private Grounds() {}

    /** Permanent words. */
    public static List<String> all() {
        return ALL;
    }

    private static List<String> read() {
        try (InputStream file = Grounds.class.getResourceAsStream(FILE)) {
            if (file == null) throw new IllegalStateException(FILE + " is missing from the build");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('|')).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
