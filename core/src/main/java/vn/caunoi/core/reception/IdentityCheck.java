package vn.caunoi.core.reception;

/** How it was made sure who the visitor is; Law 136/2025 obliges visitors to supply identification. */
public enum IdentityCheck {
    CARD_SEEN,
    /** By the electronic identity (VNeID). */
    ELECTRONIC,
    /** Only told, as on the telephone. */
    STATED,
    NOT_SHOWN
}
