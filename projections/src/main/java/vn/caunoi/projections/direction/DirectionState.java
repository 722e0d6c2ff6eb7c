package vn.caunoi.projections.direction;

/** Where a direction stands. */
public enum DirectionState {
    OPEN,
    DONE,
    /** Taken back, or the case was closed. */
    ENDED
}
