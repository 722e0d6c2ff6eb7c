package vn.caunoi.core.ladder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * One rung, as a row of the table says.
 *
 * @param row id of the row
 * @param version of the table
 * @param workingDays how long after, or before, what the occasion is counted from; 0 at once
 * @param confidence mark of how well it is known; an authority's own parameter is {@code X}
 * @param validFrom null when the row does not say
 */
public record Rung(
        String row,
        String version,
        int workingDays,
        Told to,
        String source,
        String confidence,
        @Nullable LocalDate validFrom) {

    public Rung {
        if (workingDays < 0) throw new IllegalArgumentException("a rung lies no days back, not " + workingDays);
    }

    /** The end of the last of its days after a moment; that moment where there are none. */
    public Instant after(Instant since, WorkingCalendar calendar) {
        if (workingDays == 0) return since;
        LocalDate last = DueDate.count(calendar, DueDate.dayOf(since), Limit.workingDays(workingDays), false)
                .last();
        return DueDate.endOf(last);
    }

    /** The beginning of the first of its days before a due moment. */
    public Instant before(Instant due, WorkingCalendar calendar) {
        LocalDate day = DueDate.dayOf(due);
        for (int left = workingDays; left > 0; ) {
            day = day.minusDays(1);
            if (calendar.isWorkingDay(day)) left--;
        }
        return day.atStartOfDay(DueDate.ZONE).toInstant();
    }
}
