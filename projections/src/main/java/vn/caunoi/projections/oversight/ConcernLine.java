package vn.caunoi.projections.oversight;

import org.jspecify.annotations.Nullable;

/**
 * A matter people are upset about. Each number is the count of exactly the cases that {@link Oversight#behindConcern} lists.
 *
 * @param key what is asked by, {@code name} as most write it
 * @param received in the period, {@code before} in the same length of time before
 * @param decided in the period, {@code right} of these found right wholly or in part
 */
public record ConcernLine(String key, String name, long received, long before, long decided, long right) {

    public long rise() {
        return received - before;
    }

    /** @return null when nothing was decided */
    public @Nullable Double shareRight() {
        return decided == 0 ? null : (double) right / decided;
    }
}
