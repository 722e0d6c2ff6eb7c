package vn.caunoi.core.petition;

/** How far a petition had come in the register it is taken over from. */
public enum Stand {
    /** Not classified yet. */
    RECEIVED,
    /** Its kind is known; nobody has accepted it. */
    CLASSIFIED,
    ACCEPTED,
    /** The resolution is issued, or the denunciation concluded; to be sent and made public. */
    DECIDED,
    CLOSED
}
