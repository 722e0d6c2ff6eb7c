package vn.caunoi.projections.national;

/** How a petition stands with the national database. */
public enum NationalState {
    NOT_SENT,
    /** Handed over; no answer yet. */
    SENT,
    /** It is there, under a number. */
    TAKEN,
    REFUSED
}
