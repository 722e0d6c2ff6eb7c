package vn.caunoi.core.petition;

/** Why a protection ends (LTC Đ47-58, Law 136/2025). */
public enum ProtectionEnd {
    /** The danger is over. */
    NO_LONGER_NEEDED,
    /** The protected person does not want it any more. */
    REFUSED_BY_THE_PROTECTED,
    /** The protected person deliberately broke their duties. */
    BREACHED_DUTIES
}
