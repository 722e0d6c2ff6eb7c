package vn.caunoi.core.ladder;

/** Who is told on a rung. */
public enum Told {
    /** Whoever works on it. */
    OFFICER,
    /** The head of the unit responsible. */
    HEAD,
    /** The unit above the one responsible; there is no such rung for the topmost unit. */
    UNIT_ABOVE,
    /** The topmost unit, with its inspectors; there is no such rung once it was told. */
    TOP
}
