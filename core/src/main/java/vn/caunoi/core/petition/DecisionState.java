package vn.caunoi.core.petition;

/** Where what was decided on a complaint stands, after it was decided or its settlement was stopped. */
public enum DecisionState {
    /** Issued; it takes legal effect when its time has passed (LKN Đ44). */
    AWAITING_EFFECT,
    /** Complained of a second time within the time for it: it takes no effect by time. */
    CONTESTED,
    /** Before an administrative court. */
    IN_COURT,
    /** Annulled by a court. */
    ANNULLED,
    /** Settled elsewhere: by a court, before anything was decided here. */
    LEFT_TO_COURT,
    /** In legal effect, and it leaves nothing to be carried out here. */
    IN_EFFECT,
    /** In legal effect; nobody was told yet to carry it out (LKN Đ46). */
    TO_BE_CARRIED_OUT,
    BEING_CARRIED_OUT,
    CARRIED_OUT,
    NOT_CARRIED_OUT,
    /** The settlement was stopped; the complaint may be renewed until a day (LKN Đ11.8). */
    RENEWABLE,
    /** The settlement was stopped and the complaint was not renewed in time. */
    NOT_RENEWED
}
