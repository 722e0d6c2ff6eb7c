package vn.caunoi.core.petition;

/** How far somebody is with carrying out a decision. */
public enum EnforcementProgress {
    UNDER_WAY,
    DONE,
    NOT_DONE
}
