package vn.caunoi.core.petition;

import java.util.EnumSet;
import java.util.Set;

/** Where a letter stands. */
public enum LetterState {
    DRAFT,
    /** Laid before who signs. */
    SUBMITTED,
    /** Given back with a reason, to be drafted anew. */
    RETURNED,
    SIGNED,
    /** It has its number and date, and its PDF is kept. */
    NUMBERED,
    SENT,
    DELIVERED,
    /** Taken back after it had its number. */
    RECALLED,
    /** Another letter stands in its place. */
    REPLACED,
    /** Given up before it had a number. */
    DISCARDED;

    private static final Set<LetterState> ISSUED = EnumSet.of(NUMBERED, SENT, DELIVERED);
    private static final Set<LetterState> NUMBERED_ONCE = EnumSet.of(NUMBERED, SENT, DELIVERED, RECALLED, REPLACED);

    /** Whether it has a number and stands. */
    public boolean isIssued() {
        return ISSUED.contains(this);
    }

    /** Whether it was ever given a number. */
    public boolean hasNumber() {
        return NUMBERED_ONCE.contains(this);
    }
}
