package vn.caunoi.core.petition;

/** How an action before an administrative court ended. */
public enum CourtResult {
    /** The court returned the action: nothing is before it any more. */
    RETURNED,
    /** Withdrawn or stopped. */
    STOPPED,
    /** The claim was rejected: what was decided stands. */
    REJECTED,
    /** The decision was annulled, in whole or in part. */
    ANNULLED;

    /** Whether what was decided here stands after it. */
    public boolean leavesDecision() {
        return this != ANNULLED;
    }
}
