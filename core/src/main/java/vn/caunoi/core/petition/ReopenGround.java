package vn.caunoi.core.petition;

/** The only grounds on which a closed petition opens again. */
public enum ReopenGround {
    /** The withdrawal was forced or threatened (LKN Đ10 as amended by Law 136/2025). */
    WITHDRAWAL_COERCED,
    /** A violation was found in the settlement (NĐ 124/2020 Đ38). */
    VIOLATION_FOUND,
    NEW_EVIDENCE,
    CLOSED_BY_MISTAKE,
    COURT_RULING,
    /** An answer to a proposal or feedback was returned as unsuitable. */
    ANSWER_UNSUITABLE
}
