package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineRecalculated;
import vn.caunoi.projections.casefile.Part.DeadlineState;

/**
 * A deadline of a case as its file shows it.
 *
 * @param stage stage word of the rule table, for example {@code settle_1}
 * @param due last legal moment
 * @param late met after it was due
 * @param limit null for a date taken over from another register
 * @param extendedFrom what it was before it was extended the first time
 * @param approaching whether a warning was recorded
 * @param metOn the legal moment of the fact that met it
 */
public record Deadline(
        String stage,
        Instant due,
        DeadlineState state,
        boolean late,
        Basis basis,
        LocalDate from,
        @Nullable Limit limit,
        String rule,
        String version,
        String calendar,
        String source,
        List<CountedDay> explanation,
        @Nullable Instant extendedFrom,
        boolean approaching,
        @Nullable Instant metOn)
        implements Part {

    /** Whether it still has to be met and its time runs. */
    public boolean runs() {
        return state == DeadlineState.OPEN || state == DeadlineState.MISSED;
    }

    Deadline state(DeadlineState now) {
        return new Deadline(
                stage,
                due,
                now,
                late,
                basis,
                from,
                limit,
                rule,
                version,
                calendar,
                source,
                explanation,
                extendedFrom,
                approaching,
                metOn);
    }

    Deadline met(Instant on, boolean tooLate) {
        return new Deadline(
                stage,
                due,
                DeadlineState.MET,
                tooLate,
                basis,
                from,
                limit,
                rule,
                version,
                calendar,
                source,
                explanation,
                extendedFrom,
                approaching,
                on);
    }

    Deadline warned() {
        return new Deadline(
                stage,
                due,
                state,
                late,
                basis,
                from,
                limit,
                rule,
                version,
                calendar,
                source,
                explanation,
                extendedFrom,
                true,
                metOn);
    }

    Deadline extended(Instant to, List<CountedDay> days) {
        Instant first = extendedFrom == null ? due : extendedFrom;
        return new Deadline(
                stage,
                to,
                DeadlineState.OPEN,
                late,
                basis,
                from,
                limit,
                rule,
                version,
                calendar,
                source,
                days,
                first,
                false,
                metOn);
    }

    Deadline continued(Instant to, List<CountedDay> days) {
        return new Deadline(
                stage,
                to,
                DeadlineState.OPEN,
                late,
                basis,
                from,
                limit,
                rule,
                version,
                calendar,
                source,
                days,
                extendedFrom,
                approaching && to.equals(due),
                metOn);
    }

    Deadline recalculated(DeadlineRecalculated e) {
        DeadlineState next = state == DeadlineState.MISSED ? DeadlineState.OPEN : state;
        return new Deadline(
                stage,
                e.due(),
                next,
                late,
                basis,
                e.from(),
                e.limit() == null ? limit : e.limit(),
                e.rule(),
                e.version(),
                e.calendar(),
                e.source() == null ? source : e.source(),
                e.explanation(),
                extendedFrom,
                false,
                metOn);
    }
}
