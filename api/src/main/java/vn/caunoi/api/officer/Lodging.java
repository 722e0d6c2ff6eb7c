package vn.caunoi.api.officer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;

/**
 * The time in which a complaint may be brought.
 *
 * @param rule row by which it is counted; {@code from} the day from which, {@code until} its last moment; null where it is
 *     not known since when
 */
public record Lodging(
        @Nullable DeadlineRule rule,
        @Nullable LocalDate from,
        @Nullable Instant until) {

    /** Of what nobody knows the beginning of. */
    static final Lodging UNKNOWN = new Lodging(null, null, null);

    /** What nobody knows the end of is not called late. */
    public boolean isOverAt(Instant moment) {
        return until != null && moment.isAfter(until);
    }
}
