package vn.caunoi.projections;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * A place in a list that is ordered by time and then by id. It stays good when rows come and go before it.
 *
 * @param at {@link Instant#MAX} for rows without a time, which come last
 */
public record Cursor(Instant at, String id) {

    /** Before everything in ascending order. */
    public static final Cursor START = new Cursor(Instant.MIN, "");

    /** Before everything in descending order. */
    public static final Cursor END = new Cursor(Instant.MAX, "\uffff");

    /** @throws IllegalArgumentException when the text was not made by {@link #toString()} */
    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            if (space < 0) throw new IllegalArgumentException("not a cursor");
            Instant at = Instant.parse(plain.substring(0, space));
            if (plain.indexOf('\0') >= 0 || !isKept(at)) throw new IllegalArgumentException("not a cursor");
            return new Cursor(at, plain.substring(space + 1));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("not a cursor", unreadable);
        }
    }

    /** Times that PostgreSQL can compare with. */
    private static boolean isKept(Instant at) {
        return at.equals(Instant.MAX)
                || at.equals(Instant.MIN)
                || at.atZone(ZoneOffset.UTC).getYear() / 10_000 == 0;
    }

    @Override
    public String toString() {
        byte[] plain = (at + " " + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
