package vn.caunoi.projections.timekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitChange;
import vn.caunoi.core.deadline.Pause;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.DeadlineEvent.*;

/**
 * A deadline of a case, as it is needed to count it anew.
 *
 * @param from the day of the fact the limit is counted after
 * @param limit null for a date taken over from another register, which is never counted
 * @param changes extensions and pauses, in the order they came
 * @param pausedFrom first day that does not count, while paused
 * @param missed whether it is recorded that it passed
 * @param met kept only because what it was met by may be undone
 */
public record Running(
        String stage,
        LocalDate from,
        @Nullable Limit limit,
        boolean roll,
        Instant due,
        String rule,
        String version,
        List<LimitChange> changes,
        @Nullable LocalDate pausedFrom,
        boolean missed,
        boolean met) {

    public Running {
        changes = List.copyOf(changes);
    }

    /** By another limit than its own; not of one that is imported. */
    public Counted counted(WorkingCalendar calendar, Limit by, boolean rolls) {
        return DueDate.anew(calendar, from, by, rolls, changes);
    }

    /** Whether it has to be met still. */
    public boolean runs() {
        return !met;
    }

    static List<Running> after(List<Running> all, DeadlineEvent event) {
        List<Running> next = new ArrayList<>();
        boolean runs = all.stream().anyMatch(one -> one.stage.equals(event.stage()) && !one.met);
        for (Running one : all) {
            boolean concerned = one.stage.equals(event.stage()) && (!one.met || !runs && mayBeOfOneMet(event));
            Stream.of(concerned ? one.then(event) : Stream.of(one))
                    .flatMap(each -> each)
                    .forEach(next::add);
        }
        if (event instanceof DeadlineSet e && next.stream().noneMatch(one -> one.stage.equals(e.stage())))
            next.add(begun(e));
        return List.copyOf(next);
    }

    private static boolean mayBeOfOneMet(DeadlineEvent event) {
        return event instanceof DeadlineSet || event instanceof DeadlineRecalculated;
    }

    private static Running begun(DeadlineSet e) {
        return new Running(
                e.stage(),
                e.from(),
                e.limit(),
                e.roll(),
                e.due(),
                e.rule(),
                e.version(),
                List.of(),
                null,
                false,
                false);
    }

    private Stream<Running> then(DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet e -> Stream.of(isSetAgain(e) ? moved(due, changes, null, false) : begun(e));
            case DeadlineMet e ->
                Stream.of(new Running(stage, from, limit, roll, due, rule, version, changes, pausedFrom, missed, true));
            case DeadlineDropped e -> Stream.empty();
            case DeadlineApproaching e -> Stream.of(this);
            case DeadlineMissed e -> Stream.of(moved(due, changes, pausedFrom, true));
            case DeadlineExtended e -> Stream.of(moved(e.due(), with(new LimitChange(e.by(), null)), null, false));
            case DeadlinePaused e -> Stream.of(moved(due, changes, e.from(), missed));
            case DeadlineContinued e -> Stream.of(moved(e.due(), with(pausedUntil(e.on())), null, false));
            case DeadlineRecalculated e -> Stream.of(recalculated(e));
        };
    }

    /** A met deadline set again as it was keeps its extensions and pauses. */
    private boolean isSetAgain(DeadlineSet e) {
        return met && due.equals(e.due()) && from.equals(e.from());
    }

    private Running moved(Instant to, List<LimitChange> all, @Nullable LocalDate paused, boolean passed) {
        return new Running(stage, from, limit, roll, to, rule, version, all, paused, passed, false);
    }

    private Running recalculated(DeadlineRecalculated e) {
        return new Running(
                stage,
                e.from(),
                e.limit() == null ? limit : e.limit(),
                e.roll() == null ? roll : e.roll(),
                e.due(),
                e.rule(),
                e.version(),
                changes,
                pausedFrom,
                missed && e.due().equals(due),
                met);
    }

    private LimitChange pausedUntil(LocalDate on) {
        return new LimitChange(null, new Pause(Objects.requireNonNull(pausedFrom), on));
    }

    private List<LimitChange> with(LimitChange change) {
        List<LimitChange> all = new ArrayList<>(changes);
        all.add(change);
        return all;
    }
}
