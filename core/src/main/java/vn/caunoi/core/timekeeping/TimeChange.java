package vn.caunoi.core.timekeeping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed: days of the calendar, or a row of the deadline table.
 *
 * @param number counts the changes, from 1
 * @param rule null for a change of days
 * @param running whether a changed row is also for deadlines that run already; days always are
 * @param missedToo whether deadlines that passed run again if with the change they lie ahead
 * @param reason told in every case whose deadline moves; nothing personal
 */
public record TimeChange(
        int number,
        List<DayChange> days,
        @Nullable AmendedRule rule,
        boolean running,
        boolean missedToo,
        String reason) {

    public TimeChange {
        days = List.copyOf(days);
    }

    /** Whether deadlines that run are counted anew. */
    public boolean recounts() {
        return rule == null || running;
    }

    /** Cause told with each deadline that moves. */
    public String cause() {
        return rule == null ? "calendar-changed" : "rule-changed";
    }
}
