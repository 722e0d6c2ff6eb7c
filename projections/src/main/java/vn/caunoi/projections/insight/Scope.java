package vn.caunoi.projections.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.projections.Visibility;

/**
 * What is looked at.
 *
 * @param process its key
 * @param version null for all
 * @param from first day, {@code last} last day, Asia/Ho_Chi_Minh
 */
public record Scope(String process, @Nullable Integer version, LocalDate from, LocalDate last, Visibility sight) {

    Instant start() {
        return start(from);
    }

    Instant end() {
        return start(last.plusDays(1));
    }

    /** When the same length of time before begins. */
    Instant before() {
        return start(from.minusDays(ChronoUnit.DAYS.between(from, last) + 1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(DueDate.ZONE).toInstant();
    }
}
