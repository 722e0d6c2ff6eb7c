package vn.caunoi.core.petition;

/** The nine grounds on which a complaint must not be accepted (LKN 2011 Đ11). */
public enum RefusalGround {
    INTERNAL_OR_NORMATIVE_DECISION,
    NOT_DIRECTLY_AFFECTED,
    NO_CAPACITY,
    INVALID_REPRESENTATIVE,
    NOT_SIGNED,
    TIME_LIMIT_PASSED,
    ALREADY_SECOND_DECISION,
    STOPPED_AND_NOT_RENEWED,
    COURT_HAS_ACCEPTED
}
