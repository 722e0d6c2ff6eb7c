package vn.caunoi.ops.bench.filling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The hashes of one copy's events, one after the other, as decision 0008 describes them; the program checks them. */
final class Chain {
    private final MessageDigest sha256;
    private final byte[] stream = new byte[16];
    private byte[] last = new byte[32];

    Chain() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java knows SHA-256", every);
        }
    }

    void begin(byte[] streamInWords) {
        UUID id = UUID.fromString(new String(streamInWords, StandardCharsets.US_ASCII));
        ByteBuffer.wrap(stream).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        last = new byte[32];
    }

    /** @param called name and revision, each behind its length */
    byte[] next(int sequence, byte[] called, long micros, byte[] body, byte[] metadata) {
        sha256.update(last);
        sha256.update(stream);
        sha256.update(ByteBuffer.allocate(4).putInt(sequence).array());
        sha256.update(called);
        sha256.update(
                ByteBuffer.allocate(12).putLong(micros).putInt(body.length).array());
        sha256.update(body);
        sha256.update(ByteBuffer.allocate(4).putInt(metadata.length).array());
        sha256.update(metadata);
        last = sha256.digest();
        return last;
    }
}
