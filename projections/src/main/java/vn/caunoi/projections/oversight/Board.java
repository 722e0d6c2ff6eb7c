package vn.caunoi.projections.oversight;

/** A list that supervisors look at; each walks one index. {@code :until} is a moment given with the question. */
enum Board {
    OVERDUE("c.due < :until", "due", false),
    DUE_SOON("c.due >= :now and c.due < :until", "due", false),
    ESCALATED("c.level > 0", "escalated", true),
    UNASSIGNED("c.assignee is null", "received", false),
    URGED("c.urged is not null", "urged", false),
    /** Past a limit, and nobody was told. */
    UNNOTICED("c.due < :until and c.unnoticed < :until", "due", false);

    final String condition;
    final String order;
    final boolean newestFirst;

    Board(String condition, String order, boolean newestFirst) {
        this.condition = "c.status <> 'CLOSED' and " + condition;
        this.order = order;
        this.newestFirst = newestFirst;
    }
}
