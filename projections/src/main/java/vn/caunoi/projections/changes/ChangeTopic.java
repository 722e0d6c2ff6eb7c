package vn.caunoi.projections.changes;

/** What a change of the house is about. */
public enum ChangeTopic {
    APPOINTMENT,
    ABSENCE,
    UNIT,
    REORGANISATION,
    CATEGORY,
    ROUTING,
    /** Calendar and limits of the law. */
    TIME,
    MODEL,
    TABLE,
    LETTER_FORM,
    LETTERHEAD,
    SIGNING_POWER,
    /** Surveys, targets and what makes a hot spot. */
    YARDSTICK
}
