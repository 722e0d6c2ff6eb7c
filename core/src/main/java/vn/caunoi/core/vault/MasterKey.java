package vn.caunoi.core.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
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

    /** From a file that only its owner can read. */
    public static MasterKey read(Path file) {
        try {
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
            Files.createFile(file, ownerOnly());
            Files.writeString(file, Base64.getEncoder().encodeToString(secret));
        } catch (IOException e) {
            throw new UncheckedIOException("the vault's master key cannot be written to " + file, e);
        }
        return new MasterKey(secret);
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
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
