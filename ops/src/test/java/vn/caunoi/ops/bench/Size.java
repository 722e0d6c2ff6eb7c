package vn.caunoi.ops.bench;

/** How much is measured. */
public enum Size {
    /** Everything small: shows that it works and that results are right. */
    QUICK,
    /** The whole suite within an hour; heavy rows at a smaller size. */
    USUAL,
    /** The sizes of the table of goals. */
    FULL;

    /** One of three figures. */
    public int of(int quick, int usual, int full) {
        return switch (this) {
            case QUICK -> quick;
            case USUAL -> usual;
            case FULL -> full;
        };
    }

    int pairs(boolean heavy) {
        return this == QUICK ? 1 : this == USUAL && heavy ? 3 : 5;
    }
}
