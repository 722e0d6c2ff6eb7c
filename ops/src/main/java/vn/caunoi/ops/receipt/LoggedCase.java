package vn.caunoi.ops.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case of the log.
 *
 * @param line line of the file (from 1) on which it begins
 * @param closed null while it is open
 */
record LoggedCase(
        long line,
        String number,
        @Nullable String channel,
        String department,
        @Nullable String responsible,
        Instant received,
        Instant plannedEnd,
        @Nullable Instant closed,
        List<Entry> entries) {

    /** One completed activity. */
    record Entry(
            String activity,
            @Nullable String resource,
            @Nullable String group,
            Instant at) {}

    boolean open() {
        return closed == null;
    }
}
