package vn.caunoi.api.page;

import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;

/** How many items of a list are wanted: 1 to 200, 50 when nothing is said. */
public final class Limit {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Limit() {}

    /** Refuses what is out of bounds. */
    public static int of(@Nullable Integer wanted) {
        if (wanted == null) return USUAL;
        if (wanted < 1 || wanted > MOST) throw Input.refusal("limit", "out-of-bounds", "is between 1 and " + MOST);
        return wanted;
    }
}
