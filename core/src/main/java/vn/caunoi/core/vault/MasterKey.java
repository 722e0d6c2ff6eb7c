package vn.caunoi.core.vault;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one secret outside the database: wraps all data keys, and feeds the blind index. 256 bits. */
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalStateException("the vault's master key must be 32 bytes in base64");
        }
        this.secret = secret;
    }

    /** From configuration: 32 bytes in base64. */
    public static MasterKey of(String base64) {
        return new MasterKey(Base64.getDecoder().decode(base64.strip()));
    }

    /** From a file that not everybody can read; refuses one that everybody can. */
    public static MasterKey read(Path file) {
        try {
            if (isPosix() && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new IllegalStateException(
                        "everybody on this machine can read the vault's master key: chmod 600 " + file);
            }
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the vault's master key cannot be read from " + file, e);
        }
    }

    /** Makes a new key and keeps it in a file that only its owner can read; the file must not exist. */
    public static MasterKey create(Path file) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writeToDisk(file, Base64.getEncoder().encode(secret));
        } catch (IOException e) {
            throw new UncheckedIOException("the vault's master key cannot be written to " + file, e);
        }
        return new MasterKey(secret);
    }

    /** Before anything is sealed with it: a key lost with the power would take all of it along. */
    private static void writeToDisk(Path file, byte[] text) throws IOException {
        try (FileChannel out = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            ByteBuffer left = ByteBuffer.wrap(text);
            while (left.hasRemaining()) out.write(left);
            out.force(true);
        }
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!isPosix()) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    Aead wrapping() throws GeneralSecurityException {
        return new AesGcmJce(derive("wrap"));
    }

    byte[] blindIndex(String text) throws GeneralSecurityException {
        return hmac(derive("blind index"), text);
    }

    private byte[] derive(String purpose) throws GeneralSecurityException {
        return hmac(secret, "vn.caunoi vault v1 " + purpose);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
