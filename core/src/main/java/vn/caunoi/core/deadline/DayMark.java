package vn.caunoi.core.deadline;

/** What a day is in the counting of a limit. */
public enum DayMark {
    /** The day of the event; never counted (Civil Code 2015, art. 147.2). */
    EVENT_DAY,
    /** Used up one day of the limit. */
    COUNTED,
    /** Passed over: Saturday or Sunday. */
    WEEKEND,
    /** Passed over: public holiday, or the day given for one that fell on a weekend. */
    HOLIDAY,
    /** Passed over: a day off that is worked on another day. */
    SWAP_OFF,
    /** Passed over: the settlement was suspended. */
    PAUSED,
    /** The working day to which the end moved from a day off (Civil Code 2015, art. 148.5). */
    ROLLED
}
