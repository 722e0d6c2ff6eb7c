package vn.caunoi.projections.oversight;

/**
 * What is counted of the cases somebody has in hand now. Each number is the count of exactly the cases that
 * {@link Oversight#burdened} lists. Parameters: {@code :now}; {@code :soon} until when a limit ends soon; the others are the
 * thresholds of the rule of hot spots that holds today.
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
    /** A superior directed something that is not done yet. */
    DIRECTED("exists (select from views.direction d where d.petition = c.id and d.state = 'OPEN')"),
    /** Brought to a unit far above the one that has it now, over the level that is competent. */
    OVER_LEVEL("""
            (c.kind in ('COMPLAINT', 'DENUNCIATION') and c.brought <> c.unit and exists (
                with recursive above(id, levels) as (
                    select u.parent, 1 from views.unit u where u.id = c.unit
                    union all
                    select u.parent, a.levels + 1 from views.unit u join above a on u.id = a.id where a.levels < 20)
                select from above where id = c.brought and levels >= :over))"""),
    /** Past a limit for long. */
    BACKLOG("c.due < :backlog"),
    /** Accepted as complex, or with many demands. */
    COMPLEX("(c.complex or c.points >= :points)"),
    PROLONGED("c.received < :old"),
    CROWD("c.people >= :people"),
    /** Brought again after it was closed, or complained of a second time. */
    REPEATED("""
            (c.stage <> 'CLOSED' and :times <= (
                select count(*) from views.oversight_fact f
                 where f.petition = c.id and f.what in ('CLOSED', 'CLOSED_AGAIN')))""");

    final String condition;

    Burden(String condition) {
        this.condition = condition;
    }

    /** Hot spots, by the rule that administrators keep. */
    public boolean isHotSpot() {
        return compareTo(OVER_LEVEL) >= 0;
    }
}
