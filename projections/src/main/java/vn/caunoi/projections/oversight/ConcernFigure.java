package vn.caunoi.projections.oversight;

/**
 * What is counted of a matter. Parameters: {@code :from} the first moment of the period, {@code :end} the first after it,
 * {@code :before} the first of the same length before; {@code :first} and {@code :last} day of the period.
 */
public enum ConcernFigure {
    RECEIVED("c.received >= :from and c.received < :end"),
    /** In the same length of time before. */
    BEFORE("c.received >= :before and c.received < :from"),
    /** Decided, or concluded upon, in the period. */
    DECIDED(decided("'RIGHT', 'PARTLY_RIGHT', 'WRONG', 'TRUE', 'PARTLY_TRUE', 'FALSE', 'NOT_ENOUGH_GROUND'")),
    /** Of these, found right, wholly or in part. */
    RIGHT(decided("'RIGHT', 'PARTLY_RIGHT', 'TRUE', 'PARTLY_TRUE'"));

    final String condition;

    ConcernFigure(String condition) {
        this.condition = condition;
    }

    private static String decided(String found) {
        return "c.id in (select r.petition from views.report_fact r where r.what in ('DECIDED', 'CONCLUDED') and r.stands"
                + " and r.day between :first and :last and r.detail in (" + found + "))";
    }
}
