package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
    /** Stream, sequence, time and four lengths. */
    private static final int NUMBERS = 16 + 4 + 8 + 4 * 4;

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
        byte[] called = utf8(name.name());
        String version = name.revision();
        byte @Nullable [] revision = version == null ? null : utf8(version);
        byte[] said = utf8(body);
        byte[] about = utf8(metadata);
        int variable = called.length + (revision == null ? 0 : revision.length) + said.length + about.length;
        ByteBuffer content = ByteBuffer.allocate(SIZE + NUMBERS + variable)
                .put(previous == null ? NOTHING_BEFORE : previous)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putInt(sequence);
        framed(content, called);
        framed(content, revision);
        content.putLong(micros(recorded));
        framed(content, said);
        framed(content, about);
        return sha256().digest(content.array());
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

    private static void framed(ByteBuffer content, byte @Nullable [] text) {
        content.putInt(text == null ? -1 : text.length);
        if (text != null) {
            content.put(text);
        }
    }

    /** @throws IllegalArgumentException for half a character, which would be stored as something else */
    private static byte[] utf8(String text) {
        for (int n = 0; n < text.length(); n++) {
            if (Character.isSurrogate(text.charAt(n))) {
                return strictly(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] strictly(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
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
