package vn.caunoi.core.handling;

/** What whoever checks a petition finds in it besides the conditions. */
public enum Mark {
    /** Without a name, but it tells clearly of whom and of what, and can be verified (LTC Đ25.2). */
    EVIDENCED,
    /** What was settled comes with evidence that is new. */
    NEW_EVIDENCE,
    /** Sent to several bodies, one of which is competent. */
    SENT_TO_SEVERAL,
    SIGNS_OF_CRIME,
    /** A body below is competent and has let its limit pass. */
    SUBORDINATE_OVERDUE,
    /** A decision or conclusion on it is in effect. */
    ALREADY_SETTLED,
    /** Torn or not to be read. */
    UNREADABLE,
    /** Of several kinds in one document. */
    SEVERAL_KINDS
}
