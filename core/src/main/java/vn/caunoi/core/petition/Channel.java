package vn.caunoi.core.petition;

/** How a petition came in. */
public enum Channel {
    DESK,
    POST,
    EMAIL,
    ONLINE,
    HOTLINE,
    /** The State's system for receiving and answering feedback, on the National Public Service Portal (QĐ 574/QĐ-TTg). */
    PORTAL,
    /** Sent on by the press, a deputy or another authority. */
    FORWARDED,
    /** A channel of an imported register that has no name here; the original word is kept beside it. */
    OTHER
}
