package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What ties an event to the one before it in its stream: SHA-256 of the previous hash (32 zero bytes before the first
 * event), stream (16 bytes), sequence (4), name, revision, recorded microseconds since 1970 (8), body and metadata.
 * Numbers are big-endian, texts UTF-8 behind their length in four bytes, an absent revision is the length -1.
 * {@code ledger.linked} does the same in SQL.
 */
final class HashLink {

    private static final int SIZE = 32;
    private static final byte[] NOTHING_BEFORE = new byte[SIZE];
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(HashLink::newSha256);

    private HashLink() {}

    static byte[] of(
            byte @Nullable [] previous,
            UUID stream,
            int sequence,
            EventNames.Name name,
            Instant recorded,
            String body,
            String metadata) {
        MessageDigest digest = sha256();
        digest.update(previous == null ? NOTHING_BEFORE : previous);
        digest.update(ByteBuffer.allocate(20)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putInt(sequence)
                .flip());
        framed(digest, name.name());
        framed(digest, name.revision());
        digest.update(ByteBuffer.allocate(8).putLong(micros(recorded)).flip());
        framed(digest, body);
        framed(digest, metadata);
        return digest.digest();
    }

    static long micros(Instant recorded) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, recorded);
    }

    /** This thread's, fresh. */
    static MessageDigest sha256() {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        return digest;
    }

    private static void framed(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        ByteBuffer bytes = utf8(text);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.remaining()).flip());
        digest.update(bytes);
    }

    /** @throws IllegalArgumentException for half a character, which would be stored as something else */
    private static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text has half a character and cannot be recorded", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
