package vn.caunoi.ops.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once per version below the data folder, where only the owner may write: code that
 * runs as us must not lie where others can replace it.
 */
final class Binaries {
    static final String VERSION = "18.6";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Binaries() {}

    /** The folder that holds {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}. */
    static Path unpackedBelow(Path postgres) {
        Path target = postgres.resolve("bin-" + VERSION);
        if (Files.isDirectory(target)) return target;
        try {
            Path part = postgres.resolve("bin-" + VERSION + ".part");
            OwnFiles.deleteFolder(part);
            unpack(archive(), part);
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be unpacked to " + target + ": " + e.getMessage(), e);
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + processor + ".txz";
    }

    private static void unpack(String archive, Path folder) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null)
                throw new CannotStart("This build brings no PostgreSQL for this machine (" + archive.substring(1)
                        + "): configure one by spring.datasource.url.");
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) throw new IOException("entry leaves the folder: " + entry.getName());
        if (entry.isDirectory()) {
            OwnFiles.folder(target);
            return;
        }
        OwnFiles.folder(target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
    }
}
