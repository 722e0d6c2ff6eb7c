package vn.caunoi.core.reception;

/** The grounds on which a visitor may be refused (Law on Reception of Citizens 2013, art. 9). */
public enum TurnedAwayGround {
    /** Intoxicated, or not in control of themselves. */
    INCAPABLE,
    /** Threatens, insults, disturbs or breaks the rules of the house. */
    DISORDERLY,
    /** Correctly settled, reviewed with a written notice, and explained; still insists. */
    ALREADY_SETTLED,
    /** Another case of the law. */
    OTHER_BY_LAW
}
