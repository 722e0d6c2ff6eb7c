package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitChange;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.Pause;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * One deadline of a petition with all that is needed to count it again.
 *
 * @param changes extensions and pauses, in the order they came
 * @param pausedFrom first day that does not count, while paused
 */
record Deadline(
        String stage,
        Basis basis,
        LocalDate from,
        @Nullable Limit limit,
        boolean roll,
        Instant due,
        String rule,
        String version,
        String calendar,
        String source,
        List<CountedDay> explanation,
        List<LimitChange> changes,
        @Nullable LocalDate pausedFrom,
        boolean approaching,
        boolean missed) {

    static Deadline of(DeadlineEvent.DeadlineSet e) {
        return new Deadline(
                e.stage(),
                e.basis(),
                e.from(),
                e.limit(),
                e.roll(),
                e.due(),
                e.rule(),
                e.version(),
                e.calendar(),
                e.source(),
                e.explanation(),
                List.of(),
                null,
                false,
                false);
    }

    Counted counted() {
        return new Counted(DueDate.dayOf(due), due, explanation);
    }

    Counted extended(WorkingCalendar calendar, Limit by) {
        return DueDate.extended(calendar, counted(), by, roll);
    }

    Counted continued(WorkingCalendar calendar, LocalDate on) {
        return DueDate.resumed(calendar, counted(), pause(on), unit(), roll);
    }

    /** As if it had been counted after {@code day} from the start, with the same extensions and pauses; not for an imported one. */
    Counted countedAfter(WorkingCalendar calendar, LocalDate day) {
        return DueDate.anew(calendar, day, limited(), roll, changes);
    }

    /** How often it was extended. */
    int extensions() {
        return (int)
                changes.stream().filter(change -> change.extension() != null).count();
    }

    boolean isImported() {
        return limit == null;
    }

    boolean isPaused() {
        return pausedFrom != null;
    }

    /** Time that does not count passes no deadline. */
    boolean isPassedAt(Instant moment) {
        return !isPaused() && moment.isAfter(due);
    }

    Limit limited() {
        if (limit == null) throw new IllegalStateException("an imported deadline has no limit");
        return limit;
    }

    /** The same, no longer marked. */
    Deadline again() {
        return moved(from, due, explanation, changes);
    }

    /** As an event that sets it with the given counting. */
    DeadlineEvent.DeadlineSet set(PetitionId petition, LocalDate day, Counted counted, String calendarVersion) {
        return new DeadlineEvent.DeadlineSet(
                petition,
                stage,
                basis,
                day,
                limit,
                roll,
                counted.due(),
                rule,
                version,
                calendarVersion,
                source,
                counted.explanation());
    }

    Deadline extended(DeadlineEvent.DeadlineExtended e) {
        return moved(from, e.due(), e.explanation(), with(new LimitChange(e.by(), null)));
    }

    Deadline paused(LocalDate day) {
        return new Deadline(
                stage,
                basis,
                from,
                limit,
                roll,
                due,
                rule,
                version,
                calendar,
                source,
                explanation,
                changes,
                day,
                approaching,
                missed);
    }

    Deadline continued(DeadlineEvent.DeadlineContinued e) {
        return moved(from, e.due(), e.explanation(), with(new LimitChange(null, pause(e.on()))));
    }

    Deadline recalculated(DeadlineEvent.DeadlineRecalculated e) {
        Deadline moved = by(e).moved(e.from(), e.due(), e.explanation(), changes);
        if (e.due().equals(due)) moved = moved.marked(approaching, missed);
        return pausedFrom == null ? moved : moved.paused(pausedFrom);
    }

    /** As it would run by another row of the table. */
    Deadline under(DeadlineRule other) {
        return ruled(other.limit(), other.roll(), other.id(), other.version(), calendar, other.source());
    }

    private Deadline by(DeadlineEvent.DeadlineRecalculated e) {
        return ruled(
                e.limit() == null ? limit : e.limit(),
                e.roll() == null ? roll : e.roll(),
                e.rule(),
                e.version(),
                e.calendar(),
                e.source() == null ? source : e.source());
    }

    private Deadline ruled(
            @Nullable Limit other, boolean rolls, String row, String table, String counting, String law) {
        return new Deadline(
                stage,
                basis,
                from,
                other,
                rolls,
                due,
                row,
                table,
                counting,
                law,
                explanation,
                changes,
                pausedFrom,
                approaching,
                missed);
    }

    Deadline marked(boolean nowApproaching, boolean nowMissed) {
        return new Deadline(
                stage,
                basis,
                from,
                limit,
                roll,
                due,
                rule,
                version,
                calendar,
                source,
                explanation,
                changes,
                pausedFrom,
                approaching || nowApproaching,
                missed || nowMissed);
    }

    private Deadline moved(LocalDate day, Instant newDue, List<CountedDay> days, List<LimitChange> all) {
        return new Deadline(
                stage, basis, day, limit, roll, newDue, rule, version, calendar, source, days, all, null, false, false);
    }

    private Pause pause(LocalDate on) {
        if (pausedFrom == null) throw new IllegalStateException("deadline " + stage + " is not paused");
        return new Pause(pausedFrom, on);
    }

    private LimitUnit unit() {
        return limit == null ? LimitUnit.CALENDAR_DAYS : limit.unit();
    }

    private List<LimitChange> with(LimitChange change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return List.copyOf(all);
    }
}
