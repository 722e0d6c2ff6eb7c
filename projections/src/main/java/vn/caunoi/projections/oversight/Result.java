package vn.caunoi.projections.oversight;

import java.time.LocalDate;
import java.util.List;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;

/** How a case that was closed stands against its limit. */
public enum Result {
    /** Before the last day. */
    EARLY,
    ON_THE_DAY,
    LATE,
    /** No limit of the law was set for it. */
    WITHOUT_LIMIT;

    /** Stage words of limits that a result is measured by, the deciding one first. */
    private static final List<String> DECIDING =
            List.of("settle_1", "settle_2", "settle", "answer", "accept_1", "accept_2", "process");

    static Result of(PetitionClosed closed, List<Limit> limits) {
        if (closed.onTime() == null) return WITHOUT_LIMIT;
        if (!closed.onTime()) return LATE;
        return DECIDING.stream()
                .flatMap(stage -> limits.stream()
                        .filter(limit -> limit.met() && limit.stage().equals(stage)))
                .findFirst()
                .map(limit -> day(limit.metOn()).isBefore(day(limit.due())) ? EARLY : ON_THE_DAY)
                .orElse(EARLY);
    }

    private static LocalDate day(java.time.Instant moment) {
        return DueDate.dayOf(moment);
    }
}
