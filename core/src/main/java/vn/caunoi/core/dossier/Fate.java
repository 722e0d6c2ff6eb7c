package vn.caunoi.core.dossier;

/** What was decided about a dossier whose storage time is over. */
public enum Fate {
    DESTROY,
    /** Handed over to the historical archive. */
    HAND_OVER,
    /** Looked at, and kept until another day. */
    KEEP_LONGER
}
