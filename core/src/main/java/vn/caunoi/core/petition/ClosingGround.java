package vn.caunoi.core.petition;

/** Why a petition was closed. */
public enum ClosingGround {
    SETTLED,
    NOT_ACCEPTED,
    GUIDED,
    TRANSFERRED,
    /** Given back to the press, deputy or authority that sent it on. */
    RETURNED,
    ANSWERED,
    STORED,
    /** A denunciation without a name, used for an inspection (LTC Đ25.2). */
    PASSED_TO_INSPECTION,
    WITHDRAWN,
    MERGED,
    SPLIT,
    /** A court has accepted it: it is not settled here any more (LKN Đ11.9). */
    IN_COURT,
    /** Closed in the register it was imported from. */
    CLOSED_ELSEWHERE
}
