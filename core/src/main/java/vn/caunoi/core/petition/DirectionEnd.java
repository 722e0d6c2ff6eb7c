package vn.caunoi.core.petition;

/** Why a direction need not be done any more. */
public enum DirectionEnd {
    /** Who gave it, or an inspector, took it back. */
    TAKEN_BACK,
    /** The case was closed. */
    CLOSED
}
