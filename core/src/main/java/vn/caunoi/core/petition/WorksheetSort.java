package vn.caunoi.core.petition;

/** What an entry of the worksheet of a verification is. */
public enum WorksheetSort {
    /** What is to be found out, how and by when. */
    PLAN,
    /** A session with somebody, with its minutes. */
    SESSION,
    /** Information or evidence that was asked for, with a day for the reply. */
    REQUEST,
    /** Evidence that was received. */
    EVIDENCE,
    /** What was found on a point. */
    FINDING
}
