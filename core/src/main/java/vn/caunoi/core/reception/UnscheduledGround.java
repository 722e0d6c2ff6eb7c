package vn.caunoi.core.reception;

/** Why somebody is received outside of the rota (Law on Reception of Citizens 2013, art. 18.3). */
public enum UnscheduledGround {
    /** Tense or complex, many people, the duties of several bodies, or opinions differ. */
    COMPLEX,
    /** Without it, serious harm to the State, to people's life, health or property, or to order could follow. */
    SERIOUS_HARM
}
