package vn.caunoi.core.reception;

/** How somebody came to be heard. */
public enum Way {
    /** At the reception room. */
    ROOM,
    /** By the hotline. */
    HOTLINE,
    /** In an online session (Law 136/2025, new art. 3a of the Law on Reception of Citizens). */
    ONLINE
}
