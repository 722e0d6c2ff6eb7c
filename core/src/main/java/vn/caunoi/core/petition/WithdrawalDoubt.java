package vn.caunoi.core.petition;

/** Why a denunciation is settled although it was withdrawn (LTC Đ33). */
public enum WithdrawalDoubt {
    SIGNS_OF_VIOLATION,
    /** Forced, threatened or bought. */
    COERCED,
    /** The denunciation itself looks like slander. */
    SLANDER
}
