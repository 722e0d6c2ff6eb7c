package vn.caunoi.projections;

/** How much of a list may be asked for at once. */
public final class Bounds {
    private static final int MOST = 200;

    private Bounds() {}

    /** @throws IllegalArgumentException for a limit that is not between 1 and 200 */
    public static void check(int limit) {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("limit must be between 1 and " + MOST);
    }
}
