package vn.caunoi.core.petition;

/** How a petition came in. */
public enum Channel {
    DESK,
    POST,
    EMAIL,
    ONLINE,
    HOTLINE,
    /** Sent on by the press, a deputy or another authority. */
    FORWARDED,
    /** A channel of an imported register that has no name here; the original word is kept beside it. */
    OTHER
}
