package vn.caunoi.core.clock;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids that begin with the millisecond they were made at, UUIDs of version 7 (RFC 9562): what was made lately lies together
 * in every index, so that work on it touches few pages however much is in store. Real time, not the business clock, so that
 * ids rise even where that clock is moved. What comes after the time is up to who makes the id.
 */
public final class RisingId {

    private static final int RISING = 7;
    private static final int DERIVED = 8;
    private static final int BITS_AFTER_TIME = 16;
    private static final int LENGTH_OF_UUID = 36;
    private static final int PLACE_OF_VERSION = 14;

    private RisingId() {}

    /** A new one, 74 bits of it random. */
    public static UUID at(Instant moment) {
        return at(moment.toEpochMilli(), UUID.randomUUID());
    }

    /**
     * @param millis since 1970, of which the lower 48 bits are told
     * @param rest what the bits after the time are taken from
     */
    public static UUID at(long millis, UUID rest) {
        return begun(millis << BITS_AFTER_TIME, RISING, rest);
    }

    /** What follows from one that rises rises with it, as version 8; what follows from any other stays as it is. */
    public static UUID following(UUID from, UUID derived) {
        return from.version() == RISING ? begun(from.getMostSignificantBits(), DERIVED, derived) : derived;
    }

    /** The one that this text is. */
    public static Optional<UUID> in(String text) {
        boolean may = text.length() == LENGTH_OF_UUID && text.charAt(PLACE_OF_VERSION) == '0' + RISING;
        return may ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** @return milliseconds since 1970 */
    public static long millis(UUID rising) {
        return rising.getMostSignificantBits() >>> BITS_AFTER_TIME;
    }

    private static UUID begun(long time, int version, UUID rest) {
        long high = time & 0xffff_ffff_ffff_0000L | (long) version << 12 | rest.getMostSignificantBits() & 0x0fffL;
        return new UUID(high, rest.getLeastSignificantBits() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }
}
