package vn.caunoi.projections.oversight;

/**
 * What is counted of the cases somebody has in hand now. Each number is the count of exactly the cases that
 * {@link Oversight#burdened} lists. Parameters: {@code :now}; {@code :soon} until when a limit ends soon; {@code :old} received
 * before it, a case drags on.
 */
public enum Burden {
    OPEN("true"),
    OVERDUE("c.due < :now"),
    DUE_SOON("c.due >= :now and c.due < :soon"),
    ESCALATED("c.level > 0"),
    UNASSIGNED("c.assignee is null"),
    SUSPENDED("c.status = 'SUSPENDED'"),
    /** Its process could not go on, or nobody has anything to do in it though it is not suspended. */
    STUCK(
            "(exists (select from views.incident i where i.petition = c.id and not i.settled) or c.status = 'OPEN' and not exists"
                    + " (select from views.task t where t.petition = c.id))"),
    PROLONGED("c.received < :old"),
    /** Brought again after it was closed, or complained of a second time. */
    REPEATED(
            "c.stage <> 'CLOSED' and exists (select from views.oversight_fact f where f.petition = c.id and f.what = 'CLOSED')");

    final String condition;

    Burden(String condition) {
        this.condition = condition;
    }
}
