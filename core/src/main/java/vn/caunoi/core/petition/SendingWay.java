package vn.caunoi.core.petition;

/** How a letter goes out. */
public enum SendingWay {
    POST,
    REGISTERED_POST,
    BY_HAND,
    ELECTRONIC,
    /** Put up at the last known address or the office, when nobody takes it. */
    POSTED_UP
}
