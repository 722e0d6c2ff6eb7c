package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;

/** What may be told to everybody: no count so small that it betrays whose it is, and no share such a count follows from. */
final class SmallCounts {

    /** Fewer might betray whose they are; none betrays nobody. */
    static final int FEWEST = 10;

    private SmallCounts() {}

    static boolean isSmall(long count) {
        return count > 0 && count < FEWEST;
    }

    /**
     * In whole percent; null where the whole, the part or what is left of the whole is too small: with the counts beside it
     * a share tells all three.
     */
    static @Nullable Long percent(long part, long whole) {
        if (whole < FEWEST || isSmall(part) || isSmall(whole - part)) return null;
        return Math.round(100.0 * part / whole);
    }
}
