package vn.caunoi.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One use of an Idempotency-Key: whose, for which call, with which body. The key itself is not stored, only a hash of
 * it with caller and path.
 */
record Scope(String caller, String path, String key, byte[] body) {

    String id() {
        return hash(text(caller), text(path), text(key));
    }

    String bodyHash() {
        return hash(body);
    }

    /** What answers are encrypted with is made of this and a secret of the vault. */
    String secret() {
        return "answer " + hash(text(key), text(path), text(caller));
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update((byte) (part.length >>> 24));
                digest.update((byte) (part.length >>> 16));
                digest.update((byte) (part.length >>> 8));
                digest.update((byte) part.length);
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
