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
    /** Given back to who sent it on. */
    RETURNED,
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
    /** Without a name but with evidence: used for an inspection (LTC Đ25.2). */
    PASSED_TO_INSPECTION,
    /** The press or authority that sent it on was answered. */
    SENDER_ANSWERED,
    /** Denouncer and accused know of the acceptance. */
    NOTIFIED,
    /** The verification of a denunciation was laid before who concludes. */
    REPORTED,
    CONCLUDED,
    CONCLUSION_SENT,
    /** The conclusion was acted upon. */
    HANDLED,
    /** While the time does not count. */
    SUSPENDED,
    /** The decision that suspends or stops was sent. */
    STOP_SENT,
    /** A protection was asked for and is decided on, or stands. */
    PROTECTION_REQUESTED,
    /** The denouncer is protected. */
    PROTECTED,
    /** Withdrawn as a whole. */
    WITHDRAWN,
    TERMINATED,
    CLOSED
}
