package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * The time that the receipt of a letter gives its receiver, for example to complain a second time (LKN Đ33): a right of
 * the citizen, not a duty of the authority.
 *
 * @param stage stage word of the rule table: {@code lodge_2}
 * @param from the day of receipt, after which it is counted
 * @param until its last moment
 * @param rule id of the rule's row; {@code version} of the table, {@code calendar} of the working calendar
 */
public record FurtherTime(
        String stage,
        LocalDate from,
        Limit limit,
        Instant until,
        String rule,
        String version,
        String calendar,
        String source,
        String confidence,
        List<CountedDay> explanation) {

    static FurtherTime counted(DeadlineRule rule, LocalDate from, WorkingCalendar calendar) {
        Counted counted = DueDate.count(calendar, from, rule);
        return new FurtherTime(
                rule.stage(),
                from,
                rule.limit(),
                counted.due(),
                rule.id(),
                rule.version(),
                calendar.version(),
                rule.source(),
                rule.confidence(),
                counted.explanation());
    }
}
