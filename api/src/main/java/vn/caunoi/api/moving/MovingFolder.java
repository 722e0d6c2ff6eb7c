package vn.caunoi.api.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where an uploaded file lies while it is read: in the data folder, for its owner only, emptied at the start. */
@Component
public class MovingFolder {

    private final Path folder;

    MovingFolder(@Value("${caunoi.data:.data}") Path data) throws IOException {
        folder = data.resolve("moving").toAbsolutePath();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) Files.delete(file);
        }
    }

    Path of(String name) {
        return folder.resolve(name);
    }

    /** The caller deletes it. */
    public Path kept(InputStream content) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
