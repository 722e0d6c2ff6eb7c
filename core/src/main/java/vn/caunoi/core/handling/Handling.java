package vn.caunoi.core.handling;

/** What the law proposes to do with a petition that came in (TT 05/2021; LKN Đ27; LTC Đ24, Đ25). */
public enum Handling {
    /** Propose acceptance, or take it on. */
    ACCEPT,
    /** A complaint that meets one of the nine grounds (LKN Đ11). */
    NOT_ACCEPT,
    /** Tell in writing what is to be added. */
    SUPPLEMENT,
    /** Guide in writing to the competent body, once only. */
    GUIDE,
    /** Send on to the competent body and tell whom it concerns. */
    TRANSFER,
    /** Keep without processing, for a year (TT 05/2021 Đ28). */
    STORE,
    /** Give back, with reasons, to the press or authority that sent it on. */
    RETURN,
    /** Not a denunciation, but used for an inspection (LTC Đ25.2). */
    INSPECT,
    /** Hand to the investigation or prosecution at once. */
    PROSECUTE,
    /** Tell the head, and order the subordinate who is late to settle. */
    URGE,
    /** One document, several kinds: each is written, or made, a petition of its own (TT 05/2021 Đ6.1.d). */
    SPLIT
}
