package vn.caunoi.core.reception;

/** What came of a visit, as the visitor is told (Law on Reception of Citizens 2013, art. 28). */
public enum Told {
    ACCEPTED,
    GUIDED,
    FORWARDED,
    REFUSED,
    ANSWERED
}
