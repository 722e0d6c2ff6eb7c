package vn.caunoi.api.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes of files, in the data folder under their SHA-256: the same content is kept once, and a file that was
 * altered no longer fits its name.
 */
@Component
class FileStore {

    /** @param type found by looking at the content, helped by the name */
    record Kept(String sha256, long size, String type) {}

    private final Path folder;
    private final Tika types = new Tika();

    FileStore(@Value("${caunoi.data:.data}") Path data) {
        this.folder = data.resolve("files");
    }

    Kept keep(InputStream content, String name) {
        try {
            Files.createDirectories(folder);
            Path arriving = Files.createTempFile(
                    folder,
                    "arriving",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                String sha256 = copy(content, arriving);
                Kept kept = new Kept(sha256, Files.size(arriving), typeOf(arriving, name));
                Path place = place(sha256);
                Files.createDirectories(place.getParent());
                Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return kept;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Removes what nobody refers to. */
    void forget(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(InputStream content, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(java.nio.channels.Channels.newOutputStream(file), digest)) {
            content.transferTo(out);
            out.flush();
            file.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String typeOf(Path file, String name) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return types.detect(content, name);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
