package vn.caunoi.core.petition;

/** The fact a limit is counted after. */
public enum Basis {
    RECEIVED,
    CLASSIFIED,
    ACCEPTED,
    ISSUED,
    CONCLUDED,
    /** The decision to suspend. */
    SUSPENDED,
    /** The decision to stop. */
    TERMINATED,
    PROTECTION_REQUESTED,
    /** The day a denunciation was brought before the superior. */
    ONWARD,
    /** The last day of the limit for the answer that has passed, or the last news of a late answer since. */
    OVERDUE,
    /** The day it was ordered to be carried out; no limit of a diagram. */
    ORDERED
}
