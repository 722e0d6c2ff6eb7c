package vn.caunoi.core.handling;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;

/**
 * One condition that petitions of a kind must meet.
 *
 * @param id permanent, for example {@code E05}
 * @param kind null: every kind
 * @param of which of them
 * @param to last day in force; null while that is open
 */
public record EligibilityRule(
        String id,
        Check check,
        @Nullable Kind kind,
        Which of,
        String source,
        String confidence,
        LocalDate from,
        @Nullable LocalDate to) {

    private static final int COLUMNS = 8;

    /** Which petitions a condition is asked of. */
    public enum Which {
        ALL,
        /** Of so many people that the law wants representatives. */
        MANY,
        /** Handed in by a proxy. */
        PROXY
    }

    static EligibilityRule parse(String line) {
        String[] cell = line.split(",", -1);
        if (cell.length != COLUMNS) throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        try {
            return new EligibilityRule(
                    cell[0],
                    Check.valueOf(cell[1]),
                    cell[2].isBlank() ? null : Kind.valueOf(cell[2]),
                    Which.valueOf(cell[3]),
                    cell[4],
                    cell[5],
                    LocalDate.parse(cell[6]),
                    cell[7].isBlank() ? null : LocalDate.parse(cell[7]));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new IllegalArgumentException("not a condition: " + line, unreadable);
        }
    }

    boolean isAskedOf(Kind asked, boolean many, boolean proxy, LocalDate on) {
        boolean inForce = !on.isBefore(from) && (to == null || !on.isAfter(to));
        return inForce && (kind == null || kind == asked) && (of != Which.MANY || many) && (of != Which.PROXY || proxy);
    }

    /** Whether the authority has to confirm it or to put its own in place of it. */
    public boolean isToBeConfirmed() {
        return confidence.equals("M?") || confidence.equals("X");
    }
}
