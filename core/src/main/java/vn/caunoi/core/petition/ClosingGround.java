package vn.caunoi.core.petition;

/** Why a petition was closed. */
public enum ClosingGround {
    SETTLED,
    NOT_ACCEPTED,
    GUIDED,
    TRANSFERRED,
    ANSWERED,
    STORED,
    WITHDRAWN,
    MERGED,
    SPLIT,
    /** Closed in the register it was imported from. */
    CLOSED_ELSEWHERE
}
