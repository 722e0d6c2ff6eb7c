package vn.caunoi.api.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.tika.Tika;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.vault.ContentKey;

/** The bytes of files, sealed as they arrive, never whole in memory, and kept under the SHA-256 of the sealed. */
final class FileStore {

    /**
     * @param address where the sealed content lies
     * @param sha256 of the clear content, as is its {@code size} in bytes
     * @param type found by looking at the content, helped by the name
     */
    record Kept(String address, String sha256, long size, String type) {}

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final Contents contents;
    private final Tika types = new Tika();

    FileStore(Path folder, Contents contents) {
        this.folder = folder;
        this.contents = contents;
    }

    /** @param id what the content is sealed for; it opens for the same only */
    Kept keep(String id, ContentKey key, InputStream content, String name) {
        try {
            Path arriving = arriving();
            try {
                Kept kept = seal(id, key, content, name, arriving);
                put(kept.address(), arriving);
                return kept;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what lies sealed in a file of this machine, which stays where it is; answers where it lies now. */
    String keepSealed(Path sealed) {
        try {
            Path arriving = arriving();
            try {
                Files.copy(sealed, arriving, StandardCopyOption.REPLACE_EXISTING);
                String address = addressOf(arriving);
                put(address, arriving);
                return address;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path arriving() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "arriving", "", OWNER_ONLY);
    }

    private void put(String address, Path sealed) {
        try {
            contents.put(address, sealed);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** The clear content; reading fails when it is not what was kept, at the latest at its end. */
    InputStream open(String address, String id, ContentKey key) {
        try {
            return key.opening(new Checked(new BufferedInputStream(contents.open(address)), address), id);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** The clear content of a file of before, which lies under its id. */
    InputStream open(Path place, String id, ContentKey key) {
        try {
            return key.opening(new BufferedInputStream(Files.newInputStream(place)), id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void takeOver(Predicate<String> known) {
        try {
            contents.takeOver(known);
        } catch (IOException later) {
            LOG.warn("files could not be moved, and will be with the next start", later);
        }
    }

    void forget(String address) {
        try {
            contents.forget(address);
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static RuntimeException away(IOException e) {
        LOG.warn("files cannot be reached", e);
        return new Stopped(ProblemKind.UNAVAILABLE);
    }

    /** Where a file that lies sealed on this machine belongs. */
    static String addressOf(Path sealed) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(sealed), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Kept seal(String id, ContentKey key, InputStream content, String name, Path to) throws IOException {
        MessageDigest ofClear = sha256();
        MessageDigest ofSealed = sha256();
        InputStream clear = new BufferedInputStream(new DigestInputStream(content, ofClear));
        String type = types.detect(clear, name);
        long size;
        try (OutputStream out = key.sealing(new DigestOutputStream(Files.newOutputStream(to), ofSealed), id)) {
            size = clear.transferTo(out);
        }
        return new Kept(hex(ofSealed), hex(ofClear), size, type);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Fails at the end of what is not what its address says. */
    private static final class Checked extends DigestInputStream {
        private final String address;
        private boolean ended;

        Checked(InputStream content, String address) {
            super(content, sha256());
            this.address = address;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read < 0) mustBeWhatItSays();
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read < 0) mustBeWhatItSays();
            return read;
        }

        private void mustBeWhatItSays() throws IOException {
            if (ended) return;
            ended = true;
            if (!hex(getMessageDigest()).equals(address)) throw new IOException("changed: " + address);
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
