package vn.caunoi.projections.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a process that is over.
 *
 * @param run which one, within the petition
 * @param code of the petition
 * @param version that it followed last
 * @param steps ids of the steps it came to, in this order, without times that were waited for in vain
 * @param end id of the end it reached; null when it was ended from outside
 * @param late whether a deadline of the case was missed meanwhile
 * @param back how often it was sent back to a step
 * @param skipped how many events were left out because it could not follow them
 * @param migratedFrom the version it was moved away from; null when it kept its own
 * @param movedIn whether the case came from a former register
 */
public record Gone(
        String petition,
        long run,
        String code,
        int version,
        Instant started,
        Instant ended,
        List<String> steps,
        @Nullable String end,
        boolean late,
        int back,
        int skipped,
        @Nullable Integer migratedFrom,
        boolean movedIn) {
    public Gone {
        steps = List.copyOf(steps);
    }
}
