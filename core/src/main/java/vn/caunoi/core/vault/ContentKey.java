package vn.caunoi.core.vault;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * The key of one large content, which is sealed and opened as a stream: AES-256-GCM in segments of 64 KB, so that
 * neither a changed nor a shortened nor an exchanged content opens. The key itself is to be kept sealed.
 */
public final class ContentKey {

    private static final int BYTES = 32;
    private static final int SEGMENT = 64 * 1024;
    private static final String HKDF = "HmacSha256";

    private final byte[] secret;
    private final StreamingAead stream;

    private ContentKey(byte[] secret) {
        this.secret = secret.clone();
        try {
            this.stream = new AesGcmHkdfStreaming(this.secret, HKDF, BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a content key", e);
        }
    }

    public static ContentKey fresh() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new ContentKey(secret);
    }

    /** The key whose secret this is. */
    public static ContentKey of(byte[] secret) {
        return new ContentKey(secret);
    }

    /** To be sealed before it is kept. */
    public byte[] secret() {
        return secret.clone();
    }

    /**
     * What is written is sealed; closing ends it, and without that nothing opens.
     *
     * @param id what the content belongs to; it opens for the same only
     */
    public OutputStream sealing(OutputStream to, String id) throws IOException {
        try {
            return stream.newEncryptingStream(to, id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Reading throws {@link IOException} as soon as something is met that was not sealed so. */
    public InputStream opening(InputStream from, String id) throws IOException {
        try {
            return stream.newDecryptingStream(from, id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }
}
