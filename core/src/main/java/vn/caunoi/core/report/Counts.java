package vn.caunoi.core.report;

/** What can be counted: the words of a definition. */
public enum Counts {
    RECEIVED,
    /** From receipt to closing, with the unit that has it. */
    OPEN,
    /** What the check of a petition found; details tell eligible and competent or not. */
    CHECKED,
    ACCEPTED,
    NOT_ACCEPTED,
    GUIDED,
    TRANSFERRED,
    /** Passed on to another unit of the house. */
    PASSED,
    RETURNED,
    STORED,
    URGED,
    ANSWERED,
    INSPECTION,
    PROSECUTION,
    WITHDRAWN,
    TERMINATED,
    DIALOGUE,
    /** From acceptance to decision, conclusion or end, with the unit that has it. */
    SETTLING,
    DECIDED,
    CONCLUDED,
    /** A limit for settling or answering was met; details tell whether in time. */
    SETTLED,
    SENT,
    PUBLISHED,
    /** A decision took legal effect. */
    EFFECTIVE,
    /** All that was ordered after a decision is carried out. */
    ENFORCED,
    /** A conclusion was acted upon. */
    HANDLED,
    /** What acting upon it demands: money for the State and for citizens in million đồng, land in square metres, people. */
    MONEY_STATE,
    MONEY_PEOPLE,
    LAND,
    DISCIPLINED,
    CLOSED,
    /** Closed for the first time, with the result against the law. */
    FINISHED,
    REOPENED,
    RATED,
    /** A second complaint. */
    SECOND,
    MERGED,
    DUPLICATE,
    /** A part of a petition that was split. */
    PART,
    SUSPENDED,
    /** A visit or call at the reception. */
    VISIT,
    /** Visits, those that became the same petition taken together. */
    VISIT_CASE,
    /** A day on which a leader receives. */
    SITTING;

    /** Whether it lasts from a day to a day. */
    public boolean lasts() {
        return this == OPEN || this == SETTLING || this == SUSPENDED;
    }

    /** Whether what its facts say is summed up, rather than the cases counted. */
    public boolean isSum() {
        return this == MONEY_STATE || this == MONEY_PEOPLE || this == LAND || this == DISCIPLINED;
    }

    public boolean isOfReception() {
        return this == VISIT || this == VISIT_CASE || this == SITTING;
    }
}
