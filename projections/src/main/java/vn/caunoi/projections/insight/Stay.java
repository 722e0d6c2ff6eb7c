package vn.caunoi.projections.insight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a case at a step that is over.
 *
 * @param run which run of the process it belongs to, within the petition
 * @param unit that had it; null for a time that was waited for before anybody had anything to do
 * @param role the word of who does it, as in the diagram; null for a time that is waited for
 * @param began when somebody took it up; null when nobody did
 * @param outcome how it was done; null when it was called off
 */
public record Stay(
        String petition,
        long run,
        String step,
        @Nullable String unit,
        @Nullable String role,
        Instant entered,
        @Nullable Instant began,
        Instant ended,
        @Nullable String outcome,
        @Nullable Instant due) {

    boolean isTimer() {
        return role == null;
    }

    /** When the waiting was over. */
    public Instant begun() {
        return began == null || isTimer() ? ended : began;
    }
}
