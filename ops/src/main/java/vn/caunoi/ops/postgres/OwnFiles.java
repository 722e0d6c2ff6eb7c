package vn.caunoi.ops.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and folders that nobody but their owner can read. */
final class OwnFiles {
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnFiles() {}

    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder, FOLDER);
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Root could read them, but PostgreSQL does not run as root: without its rights it would fail later and darkly. */
    static void refuseOthers(Path folder) {
        try {
            Number owner = (Number) Files.getAttribute(folder, "unix:uid");
            if (owner.longValue() != new UnixSystem().getUid())
                throw new CannotStart("The folder " + folder + " belongs to "
                        + Files.getOwner(folder).getName()
                        + ": start the program as that user, or name another folder with --data.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, so that a program killed in between leaves no half a file. */
    static void write(Path file, String content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, FILE);
            Files.writeString(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException e) throws IOException {
                if (e != null) throw e;
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
