package vn.caunoi.api.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.core.vault.ContentKey;

/** The bytes of files, in the data folder under the file's id, sealed as they arrive and never whole in memory. */
@Component
class FileStore {

    /**
     * @param sha256 of the clear content, as is its {@code size} in bytes
     * @param type found by looking at the content, helped by the name
     */
    record Kept(String sha256, long size, String type) {}

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final Tika types = new Tika();

    FileStore(@Value("${caunoi.data:.data}") Path data) {
        this.folder = data.resolve("files");
    }

    /** Whole on the disk when it returns. */
    Kept keep(String id, ContentKey key, InputStream content, String name) {
        try {
            Path place = place(id);
            Files.createDirectories(place.getParent());
            Path arriving = Files.createTempFile(folder, "arriving", "", OWNER_ONLY);
            try {
                Kept kept = seal(id, key, content, name, arriving);
                Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
                return kept;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clear content; reading fails when it is not what was kept. */
    InputStream open(String id, ContentKey key) {
        try {
            return key.opening(new BufferedInputStream(Files.newInputStream(place(id))), id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the content lay in clear before files were sealed. */
    Path placeOfBefore(String sha256) {
        return place(sha256);
    }

    private Path place(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }

    private Kept seal(String id, ContentKey key, InputStream content, String name, Path to) throws IOException {
        MessageDigest digest = sha256();
        InputStream clear = new BufferedInputStream(new DigestInputStream(content, digest));
        String type = types.detect(clear, name);
        long size;
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
            try (OutputStream out = key.sealing(new LeftOpen(Channels.newOutputStream(file)), id)) {
                size = clear.transferTo(out);
            }
            file.force(true);
        }
        return new Kept(HexFormat.of().formatHex(digest.digest()), size, type);
    }

    /** Keeps the file open at the end of the sealed stream, so that it can be forced to the disk. */
    private static final class LeftOpen extends java.io.FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
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
