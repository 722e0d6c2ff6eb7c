package vn.caunoi.core.conference;

/** Why a conference is held (Law on Organisation of Local Government 2025, art. 43). */
public enum Occasion {
    /** At least once a year. */
    YEARLY,
    /** A tenth of the voters or more ask for it. */
    VOTERS_ASK,
    /** When needed. */
    NEEDED
}
