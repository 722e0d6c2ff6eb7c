package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stream's id as the table keeps it. A UUID is its own key, except version 8, which is kept for what is no UUID: the
 * first sixteen bytes of the SHA-256 of its text. {@code ledger.stream} does the same in SQL.
 *
 * @param given the text where the key does not tell it
 */
record StreamKey(UUID key, @Nullable String given) {

    private static final int LENGTH_OF_UUID = 36;
    private static final int KEPT_VERSION = 8;

    static StreamKey of(String stream) {
        UUID uuid = uuid(stream);
        return uuid != null && uuid.version() != KEPT_VERSION
                ? new StreamKey(uuid, null)
                : new StreamKey(derived(stream), stream);
    }

    /** The UUID that this text is, to the letter. */
    static @Nullable UUID uuid(String text) {
        if (text.length() != LENGTH_OF_UUID || text.charAt(8) != '-') {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The identifier of the event at this place, when it was given none of its own. */
    static String eventAt(UUID stream, long sequence) {
        long high = mixed(stream.getMostSignificantBits() ^ mixed(stream.getLeastSignificantBits() + sequence));
        long low = mixed(stream.getLeastSignificantBits() ^ mixed(high + sequence));
        return ofVersion8(high, low).toString();
    }

    /** Spreads each bit over all (MurmurHash3's last step). */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return twice ^ (twice >>> 33);
    }

    private static UUID derived(String text) {
        ByteBuffer digest = ByteBuffer.wrap(HashLink.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return ofVersion8(digest.getLong(), digest.getLong());
    }

    private static UUID ofVersion8(long high, long low) {
        return new UUID((high & 0xffffffffffff0fffL) | 0x8000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }
}
