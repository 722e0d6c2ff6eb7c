package vn.caunoi.api.timekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeChange;
import vn.caunoi.projections.timekeeping.Running;

/**
 * What a change does to deadlines that run, as their cases will judge it.
 *
 * @param calendar with the change in it
 */
record Recounter(TimeChange change, WorkingCalendar calendar, Instant now) {

    /**
     * @param stays it passed and stays as it is, though with the change it would lie ahead
     */
    record Move(Instant before, Instant due, boolean passed, boolean stays) {}

    /** Empty when nothing becomes of it. */
    Optional<Move> of(Running deadline) {
        Limit limit = deadline.limit();
        if (!deadline.runs() || limit == null || !isConcerned(deadline)) return Optional.empty();
        AmendedRule rule = change.rule();
        Instant due = rule == null
                ? deadline.counted(calendar, limit, deadline.roll()).due()
                : deadline.counted(calendar, rule.limit(), rule.roll()).due();
        if (due.equals(deadline.due()) && isRuledAlike(deadline, rule)) return Optional.empty();
        boolean passed = deadline.missed() || deadline.pausedFrom() == null && now.isAfter(deadline.due());
        boolean again = due.isAfter(now);
        if (passed && !again) return Optional.empty();
        return Optional.of(new Move(deadline.due(), due, passed, passed && !change.missedToo()));
    }

    private boolean isConcerned(Running deadline) {
        AmendedRule rule = change.rule();
        if (rule != null)
            return change.running() && AmendedRule.rowOf(deadline.rule()).equals(rule.row());
        LocalDate last = DueDate.dayOf(deadline.due());
        return change.days().stream()
                .anyMatch(day ->
                        !day.date().isBefore(deadline.from()) && !day.date().isAfter(last));
    }

    private static boolean isRuledAlike(Running deadline, @Nullable AmendedRule rule) {
        return rule == null
                || deadline.rule().equals(rule.id())
                        && rule.limit().equals(deadline.limit())
                        && rule.roll() == deadline.roll();
    }
}
