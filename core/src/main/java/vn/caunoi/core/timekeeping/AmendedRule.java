package vn.caunoi.core.timekeeping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;

/**
 * What a row of the deadline table says in a time of its own; whom the row is for stays as it is in the table.
 *
 * @param row id of the row in the table: {@code D04}
 * @param edition counts what was published of a row, from 2: the table itself has the first
 * @param validFrom first day on which a limit is set by it
 * @param validTo last such day; null until something follows
 */
public record AmendedRule(
        String row,
        int edition,
        Limit limit,
        boolean roll,
        String source,
        String confidence,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    private static final String EDITION = ".";

    /** As recorded with a deadline: {@code D04.2}. */
    public String id() {
        return row + EDITION + edition;
    }

    /** The row of the table that an id of a row or of an edition names. */
    public static String rowOf(String id) {
        int at = id.indexOf(EDITION);
        return at < 0 ? id : id.substring(0, at);
    }

    public boolean isInForce(LocalDate on) {
        return !on.isBefore(validFrom) && (validTo == null || !on.isAfter(validTo));
    }

    /** As the answer to a question about this stage. */
    public DeadlineRule rule(String version, String stage) {
        return new DeadlineRule(id(), version, stage, limit, roll, source, confidence, validFrom);
    }

    AmendedRule inEdition(int number) {
        return new AmendedRule(row, number, limit, roll, source, confidence, validFrom, validTo);
    }

    /** Whether some day lies in both times. One without an end gives way to what begins later. */
    boolean overlaps(AmendedRule other) {
        LocalDate end = endBefore(other);
        LocalDate otherEnd = other.endBefore(this);
        boolean endsFirst = end != null && end.isBefore(other.validFrom);
        boolean beginsAfter = otherEnd != null && otherEnd.isBefore(validFrom);
        return !endsFirst && !beginsAfter;
    }

    private @Nullable LocalDate endBefore(AmendedRule later) {
        return validTo == null && validFrom.isBefore(later.validFrom) ? later.validFrom.minusDays(1) : validTo;
    }
}
