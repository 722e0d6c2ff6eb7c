package vn.caunoi.projections.oversight;

/**
 * What is counted in a period. Each number is the count of exactly the cases that {@link Oversight#behind} lists.
 * Parameters: {@code :from} the first moment of the period, {@code :end} the first moment after it.
 */
public enum Measure {
    RECEIVED("c.received >= :from and c.received < :end"),
    /** Received before the period and open when it began. */
    CARRIED_OVER(openAt(":from")),
    CLOSED(fact("CLOSED")),
    CLOSED_EARLY(closed(Result.EARLY)),
    CLOSED_ON_THE_DAY(closed(Result.ON_THE_DAY)),
    CLOSED_LATE(closed(Result.LATE)),
    CLOSED_WITHOUT_LIMIT(closed(Result.WITHOUT_LIMIT)),
    /** Open at the end of the period, or now when that is earlier, and past a limit that was not met by then. */
    OPEN_OVERDUE(openAt(":end") + " and " + """
            exists (
                select from jsonb_to_recordset(c.limits) as l(due timestamptz, since timestamptz, settled timestamptz,
                    paused boolean)
                 where l.due < least(:end, :now) and l.since < :end and not l.paused
                   and (l.settled is null or l.settled >= :end))"""),
    /** Opened again in the period, whenever it was closed; that it was closed stays counted. */
    REOPENED(fact("REOPENED")),
    ESCALATED(fact("ESCALATED")),
    DIALOGUE_HELD(fact("DIALOGUE_HELD")),
    /** Convened, and a party did not come. */
    DIALOGUE_MISSED(fact("DIALOGUE_MISSED")),
    /** Merged in the period into a petition about the same thing. */
    MERGED("c.status = 'CLOSED' and " + fact("MERGED")),
    /** Received in the period, many about one thing counted once: without those that were merged, whenever that was. */
    MATTERS("c.received >= :from and c.received < :end and not (c.status = 'CLOSED' and c.id in"
            + " (select f.petition from views.oversight_fact f where f.what = 'MERGED'))");

    final String condition;

    Measure(String condition) {
        this.condition = condition;
    }

    /** Received before a moment and not closed then, whatever followed. Only cases opened again later are looked at twice. */
    static String openAt(String moment) {
        return """
            c.received < %1$s and (c.closed is null or c.closed >= %1$s) and (
                c.id not in (select r.petition from views.oversight_fact r where r.what = 'REOPENED' and r.at >= %1$s)
                or not exists (
                    select from views.oversight_fact f
                     where f.petition = c.id and f.what in ('CLOSED', 'CLOSED_AGAIN') and f.at < %1$s and not exists (
                        select from views.oversight_fact r
                         where r.petition = c.id and r.what = 'REOPENED' and r.sequence > f.sequence and r.at < %1$s)))""".formatted(moment);
    }

    private static String fact(String what) {
        return factWhere("f.what = '" + what + "'");
    }

    private static String closed(Result result) {
        return factWhere("f.what = 'CLOSED' and f.result = '" + result + "'");
    }

    private static String factWhere(String condition) {
        return "c.id in (select f.petition from views.oversight_fact f where " + condition
                + " and f.at >= :from and f.at < :end)";
    }
}
