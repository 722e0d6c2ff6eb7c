package vn.caunoi.core.deadline;

/** What a person judged about a case, with a recorded reason, and what lengthens or changes its limits. */
public enum Circumstance {
    /** Vụ việc phức tạp (Law on Complaints, art. 28). */
    COMPLEX,
    /** Vùng sâu, vùng xa, đi lại khó khăn (Law on Complaints, art. 28). */
    REMOTE,
    /** Checked in several places, or by another body (Law on Denunciations, art. 24.1). */
    SEVERAL_PLACES,
    /** Came through the Government's portal for feedback (Decision 574/QĐ-TTg). */
    GOVERNMENT_PORTAL,
    /** About a rule of administration: a procedure, a form, a fee (NĐ 20/2008 as amended by NĐ 92/2017). */
    ADMINISTRATIVE_RULE
}
