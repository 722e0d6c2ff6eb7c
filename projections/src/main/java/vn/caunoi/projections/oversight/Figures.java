package vn.caunoi.projections.oversight;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Visibility;

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

    /** Stands for kinds that are not told apart, for there are too few of one. */
    public static final String FEW = "FEW";

    private static final long LEAST_TOLD = 5;

    public long count(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    /**
     * The official rate of late cases: (late in process + finished late) / (received + carried over).
     *
     * @return null when there was nothing to do
     */
    public @Nullable Double lateRate() {
        return lateRate(
                count(Measure.OPEN_OVERDUE) + count(Measure.CLOSED_LATE),
                count(Measure.RECEIVED) + count(Measure.CARRIED_OVER));
    }

    static @Nullable Double lateRate(long late, long all) {
        return all == 0 ? null : (double) late / all;
    }

    /**
     * The same as a reader may be told it: whoever may not know of every denunciation is told fewer than five together
     * with the rarest other kind as {@link #FEW}, so that neither the count nor the difference to the whole betrays one.
     */
    public Figures toldTo(Visibility reader) {
        return reader.knowsOfDenunciations() ? this : new Figures(from, to, counts, byKindDiscreetly(), byChannel);
    }

    private Map<String, Long> byKindDiscreetly() {
        long denunciations = byKind.getOrDefault(Kind.DENUNCIATION.name(), 0L);
        if (denunciations == 0 || denunciations >= LEAST_TOLD) return byKind;
        Map<String, Long> told = new TreeMap<>(byKind);
        told.remove(Kind.DENUNCIATION.name());
        long together = denunciations;
        var rarest = told.entrySet().stream().min(Map.Entry.comparingByValue());
        if (rarest.isPresent()) {
            together += rarest.get().getValue();
            told.remove(rarest.get().getKey());
        }
        told.put(FEW, together);
        return told;
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
