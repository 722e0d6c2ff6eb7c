package vn.caunoi.core.petition;

/**
 * What can come to stand in a case, in the order of a case. A step sent back, a reclassification and a reopening say
 * which of these no longer stand.
 */
public enum Milestone {
    RECEIVED,
    CLASSIFIED,
    GUIDED,
    TRANSFERRED,
    STORED,
    /** The citizen was told how far a late answer is. */
    PROGRESS,
    ANSWERED,
    ACCEPTED,
    NOT_ACCEPTED,
    VERIFIED,
    /** A dialogue was convened. */
    CONVENED,
    /** The dialogue was held, or a party did not come (LKN Đ30). */
    DIALOGUE,
    /** There is a draft that was not returned. */
    DRAFTED,
    /** The head has approved the present draft. */
    APPROVED,
    ISSUED,
    SENT,
    PUBLISHED,
    /** Withdrawn as a whole. */
    WITHDRAWN,
    TERMINATED,
    CLOSED
}
