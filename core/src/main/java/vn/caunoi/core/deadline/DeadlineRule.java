package vn.caunoi.core.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The row of the deadline table that answered a {@link RuleQuestion}, as recorded in the event.
 *
 * @param id row of the table, for example {@code D05}; permanent
 * @param version name of the table and a short hash of its content
 * @param stage the stage whose end is limited, for example {@code settle_1}
 * @param roll whether a limit that ends on a day off ends on the next working day (Civil Code 2015, art. 148.5)
 * @param source law and article the limit was taken from
 * @param confidence how sure the source is: {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 * @param validFrom first day on which the row applies; absent for a local rule without a date
 */
public record DeadlineRule(
        String id,
        String version,
        String stage,
        Limit limit,
        boolean roll,
        String source,
        String confidence,
        @Nullable LocalDate validFrom) {}
