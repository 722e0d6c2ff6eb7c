package vn.caunoi.core.petition;

/** Why a task no longer sleeps. */
public enum Waking {
    /** The day it was put to sleep for. */
    DATE,
    /** What it waited for has not come, and its legal moment is near. */
    NO_ANSWER,
    /** The petitioner added what was asked for. */
    SUPPLEMENT,
    /** The petitioner did not, in the time there was. */
    SUPPLEMENT_MISSED,
    OPINION,
    /** Whoever was asked declined, or the question was taken back. */
    NO_OPINION,
    DELIVERY,
    REPLY,
    /** The case was urged. */
    URGED,
    /** A superior directed what is to be done. */
    DIRECTED,
    /** The case rose to a higher level. */
    RAISED,
    /** Its legal moment is sooner than it was. */
    DUE_MOVED,
    /** Whoever holds it woke it. */
    HAND
}
