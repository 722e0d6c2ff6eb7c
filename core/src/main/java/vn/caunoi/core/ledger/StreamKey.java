package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stream's id as the table keeps it. A UUID is its own key, except version 8, which is kept for what is no UUID: the
 * first sixteen bytes of the SHA-256 of its text. {@code ledger.stream} does the same in SQL.
 *
 * @param given the text where the key does not tell it
 */
record StreamKey(UUID key, @Nullable String given) {

    private static final Pattern ITS_OWN =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-79a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    static StreamKey of(String stream) {
        return ITS_OWN.matcher(stream).matches()
                ? new StreamKey(UUID.fromString(stream), null)
                : new StreamKey(derived(stream), stream);
    }

    /** The identifier of the event at this place, when it was given none of its own. */
    static String eventAt(UUID stream, long sequence) {
        return derived(stream + ":" + sequence).toString();
    }

    private static UUID derived(String text) {
        ByteBuffer digest = ByteBuffer.wrap(HashLink.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & 0xffffffffffff0fffL) | 0x8000L;
        long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
