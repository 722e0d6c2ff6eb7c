package vn.caunoi.core.petition;

/** The fact a limit is counted after. */
public enum Basis {
    RECEIVED,
    CLASSIFIED,
    ACCEPTED,
    ISSUED
}
