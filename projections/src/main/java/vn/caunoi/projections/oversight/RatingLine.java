package vn.caunoi.projections.oversight;

import org.jspecify.annotations.Nullable;

/**
 * How citizens rated their own cases of one unit. Each number is the count of exactly the cases that
 * {@link Oversight#behindRatings} lists.
 *
 * @param unit id of the unit that had the cases when they were closed
 * @param closed cases closed in the period, each once
 * @param rated of them those that were rated, whenever that was; of several ratings of one case the last counts
 * @param mean from 1 (worst) to 5; null when none was rated
 */
public record RatingLine(
        String unit, long closed, long rated, @Nullable Double mean) {

    /** @return null when nothing was closed */
    public @Nullable Double responseRate() {
        return closed == 0 ? null : (double) rated / closed;
    }
}
