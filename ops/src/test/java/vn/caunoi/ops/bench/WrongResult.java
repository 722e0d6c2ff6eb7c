package vn.caunoi.ops.bench;

/** Speed does not count when the result is not the same. */
public final class WrongResult extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private WrongResult(String message) {
        super(message);
    }

    /** Refuses two things that should be the same. */
    public static void unlessSame(String what, Object ours, Object expected) {
        if (!ours.equals(expected)) throw new WrongResult(what + ": ours " + ours + ", expected " + expected);
    }

    /** Refuses what should hold and does not. */
    public static void unless(boolean holds, String what) {
        if (!holds) throw new WrongResult(what);
    }
}
