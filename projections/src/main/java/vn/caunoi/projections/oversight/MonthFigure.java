package vn.caunoi.projections.oversight;

/**
 * What is counted of a month, for whoever had the case then: what was done counts for who was responsible when it was done,
 * what was there for who was responsible last in the month. Parameters: {@code :from} the first moment of the month,
 * {@code :end} the first moment after it, {@code :now}.
 */
public enum MonthFigure {
    RECEIVED(had(Measure.RECEIVED)),
    CARRIED_OVER(had(Measure.CARRIED_OVER)),
    CLOSED(did("CLOSED")),
    CLOSED_EARLY(closed(Result.EARLY)),
    CLOSED_ON_THE_DAY(closed(Result.ON_THE_DAY)),
    CLOSED_LATE(closed(Result.LATE)),
    CLOSED_WITHOUT_LIMIT(closed(Result.WITHOUT_LIMIT)),
    OPEN_OVERDUE(had(Measure.OPEN_OVERDUE)),
    REOPENED(often("REOPENED")),
    /** First told something in writing. */
    ANSWERED(did("ANSWERED"));

    /** Each case once, with unit and officer. */
    final String found;

    MonthFigure(String found) {
        this.found = found;
    }

    private static String had(Measure measure) {
        return """
            select c.id as petition, h.unit, h.officer
              from views.oversight_case c
             cross join lateral (
                select l.unit, l.officer from views.oversight_holder l
                 where l.petition = c.id and l.since < :end order by l.sequence desc limit 1) h
             where\s""" + measure.condition;
    }

    /** What happens once to a case. */
    private static String did(String what) {
        return done("f.what = '" + what + "'");
    }

    /** What may happen again: counts once, for who had the case the last time. */
    private static String often(String what) {
        return "select distinct on (o.petition) o.petition, o.unit, o.officer from (" + did(what)
                + ") o order by o.petition, o.sequence desc";
    }

    private static String closed(Result result) {
        return done("f.what = 'CLOSED' and f.result = '" + result + "'");
    }

    private static String done(String condition) {
        return "select f.petition, f.sequence, f.unit, f.officer from views.oversight_fact f where " + condition
                + " and f.at >= :from and f.at < :end";
    }
}
