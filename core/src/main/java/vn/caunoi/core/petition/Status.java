package vn.caunoi.core.petition;

/** Whether a petition is being worked on. */
public enum Status {
    OPEN,
    SUSPENDED,
    CLOSED
}
