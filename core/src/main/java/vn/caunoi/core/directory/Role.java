package vn.caunoi.core.directory;

/** What somebody may do; a task's candidate group in a diagram is the lower-case name of one of these. */
public enum Role {
    CLERK,
    OFFICER,
    HEAD,
    INSPECTOR,
    DESIGNER,
    ADMIN,
    /** Reads every case without names and texts, and writes nothing; with another role, reads as that one does. */
    OBSERVER;

    /** The name diagrams and the API use: {@code clerk}, {@code officer}, {@code head}. */
    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
