package vn.caunoi.api.subscription;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/**
 * Figures that somebody has sent to them.
 *
 * @param unit with those below it; null for all that the reader sees
 */
public record Subscription(
        UUID id,
        OfficerId officer,
        Rhythm rhythm,
        Span span,
        @Nullable UnitId unit) {

    private static final int DAYS_BEFORE = 6;

    /** How often; what is over is told of: a week from Monday to Sunday, a calendar month. */
    public enum Rhythm {
        WEEKLY,
        MONTHLY;

        /** The last day of the period that was over before this day. */
        LocalDate over(LocalDate day) {
            return this == WEEKLY
                    ? day.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY))
                    : day.withDayOfMonth(1).minusDays(1);
        }

        private LocalDate first(LocalDate last) {
            return this == WEEKLY ? last.minusDays(DAYS_BEFORE) : last.withDayOfMonth(1);
        }
    }

    /** Which days are counted: those of the period, or all of the year until its end. */
    public enum Span {
        PERIOD,
        YEAR
    }

    /** The first day that is counted. */
    LocalDate from(LocalDate last) {
        return span == Span.YEAR ? last.withDayOfYear(1) : rhythm.first(last);
    }
}
