package vn.caunoi.projections.insight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at one step.
 *
 * @param step id in the diagram
 * @param timer whether it is a time that is waited for, else a task of somebody
 * @param now cases that stand there, {@code nowLate} of them past their moment
 * @param oldest since when the first of these has stood there; null when none does
 * @param passages cases that left it in the period, {@code called} of them because something else happened
 * @param waiting until somebody began to work, or until the time had come; null when nobody left
 * @param working from then until it was done; null when nothing was done
 * @param late of those that were done, how many after their moment, of {@code due} that had one
 * @param before working days waited there altogether in the same length of time before
 */
public record StepFigures(
        String step,
        boolean timer,
        long now,
        long nowLate,
        @Nullable Instant oldest,
        long passages,
        long called,
        @Nullable Spread waiting,
        @Nullable Spread working,
        long late,
        long due,
        double before) {

    /** A task that no case came to. */
    public static StepFigures none(String step) {
        return new StepFigures(step, false, 0, 0, null, 0, 0, null, null, 0, 0, 0);
    }

    /** Working days waited altogether. */
    public double waited() {
        return waiting == null ? 0 : waiting.total();
    }

    /** Null when nothing had a moment. */
    public @Nullable Double shareLate() {
        return due == 0 ? null : (double) late / due;
    }

    /** By how much more was waited than before, 0.5 for half as much again; null when nothing was waited before. */
    public @Nullable Double growth() {
        return before == 0 ? null : waited() / before - 1;
    }
}
