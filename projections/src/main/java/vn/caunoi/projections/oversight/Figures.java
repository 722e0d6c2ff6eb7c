package vn.caunoi.projections.oversight;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a period, each with its cases: {@link Oversight#behind}.
 *
 * @param from first day, {@code to} last day, Asia/Ho_Chi_Minh
 * @param counts how many cases, by what is counted
 * @param byKind cases received in the period, by kind; {@code UNCLASSIFIED} for those without one
 * @param byChannel cases received in the period
 */
public record Figures(
        LocalDate from,
        LocalDate to,
        Map<Measure, Long> counts,
        Map<String, Long> byKind,
        Map<String, Long> byChannel) {

    public long count(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    /**
     * The official rate of late cases: (late in process + finished late) / (received + carried over).
     *
     * @return null when there was nothing to do
     */
    public @Nullable Double lateRate() {
        long all = count(Measure.RECEIVED) + count(Measure.CARRIED_OVER);
        long late = count(Measure.OPEN_OVERDUE) + count(Measure.CLOSED_LATE);
        return all == 0 ? null : (double) late / all;
    }

    /**
     * Workload of one unit or one officer in a period.
     *
     * @param who id of the unit or officer; null for cases nobody is assigned to
     */
    public record Workload(@Nullable String who, Map<Measure, Long> counts) {
        public long count(Measure measure) {
            return counts.getOrDefault(measure, 0L);
        }
    }
}
