package vn.caunoi.core.petition;

/** For what a task sleeps: its coming wakes the task. */
public enum Awaited {
    /** What the petitioner was asked to add. */
    SUPPLEMENT,
    /** An opinion that was asked for. */
    OPINION,
    /** That a letter was delivered. */
    DELIVERY,
    /** The reply to a request of the worksheet. */
    REPLY
}
