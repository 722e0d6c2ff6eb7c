package vn.caunoi.core.ladder;

/** What makes a case rise, or somebody be reminded of it. */
public enum Occasion {
    /** A deadline is near: counted back from its last day. */
    APPROACHING,
    /** Nobody is responsible and nobody holds a task: counted from when the case was last touched. */
    NOT_TAKEN,
    /** A deadline has passed: counted from its last day. */
    MISSED,
    /** A deadline has passed, somebody was told, and nobody has acted: counted from the later of the two. */
    UNATTENDED;

    /** The word in events and boards: {@code not-taken}; a deadline has its own words. */
    public String cause() {
        return switch (this) {
            case APPROACHING -> "deadline-approaching";
            case NOT_TAKEN -> "not-taken";
            case MISSED -> "deadline-missed";
            case UNATTENDED -> "unattended";
        };
    }
}
