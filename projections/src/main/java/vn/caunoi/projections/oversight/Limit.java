package vn.caunoi.projections.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineApproaching;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineContinued;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineDropped;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineExtended;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.DeadlineEvent.DeadlinePaused;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineRecalculated;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;

/**
 * A limit of a case as supervisors count it.
 *
 * @param noticed when the case rose about it; null while it did not
 * @param settled when it was met (the legal moment) or dropped; null while it has to be met
 */
record Limit(
        String stage,
        Instant due,
        Instant since,
        @Nullable Instant settled,
        boolean met,
        boolean paused,
        @Nullable Instant noticed) {

    static List<Limit> after(List<Limit> limits, DeadlineEvent event, Instant at) {
        return switch (event) {
            case DeadlineSet e ->
                Stream.concat(
                                change(limits, e, replaced -> replaced.settled(at, false)).stream(),
                                Stream.of(new Limit(e.stage(), e.due(), at, null, false, false, null)))
                        .toList();
            case DeadlineMet e -> restate(limits, e, limit -> limit.settled(e.on(), true));
            case DeadlineDropped e -> change(limits, e, limit -> limit.settled(at, false));
            case DeadlineExtended e -> change(limits, e, limit -> limit.due(e.due()));
            case DeadlinePaused e -> change(limits, e, Limit::pause);
            case DeadlineContinued e -> change(limits, e, limit -> limit.due(e.due()));
            case DeadlineRecalculated e -> restate(limits, e, limit -> limit.moved(e.due()));
            case DeadlineApproaching e -> limits;
            case DeadlineMissed e -> limits;
        };
    }

    /** The earliest moment that still has to be met; {@link Instant#MAX} when none has. */
    static Instant next(List<Limit> limits) {
        return limits.stream()
                .filter(limit -> limit.settled == null && !limit.paused)
                .map(Limit::due)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** The case rose about this stage. */
    static List<Limit> noticed(List<Limit> limits, @Nullable String stage, Instant at) {
        return limits.stream()
                .map(limit -> limit.stage.equals(stage) && limit.settled == null ? limit.noticed(at) : limit)
                .toList();
    }

    /** The earliest moment that still has to be met and that nobody was told of; {@link Instant#MAX} when there is none. */
    static Instant unnoticed(List<Limit> limits) {
        return next(limits.stream().filter(limit -> limit.noticed == null).toList());
    }

    private static List<Limit> change(List<Limit> limits, DeadlineEvent event, UnaryOperator<Limit> to) {
        return limits.stream()
                .map(limit -> limit.stage.equals(event.stage()) && limit.settled == null ? to.apply(limit) : limit)
                .toList();
    }

    /** After a correction, one that was met already is counted and met once more. */
    private static List<Limit> restate(List<Limit> limits, DeadlineEvent event, UnaryOperator<Limit> to) {
        boolean runs = limits.stream().anyMatch(limit -> limit.stage.equals(event.stage()) && limit.settled == null);
        if (runs) return change(limits, event, to);
        return limits.stream()
                .map(limit -> limit.stage.equals(event.stage()) && limit.met ? to.apply(limit) : limit)
                .toList();
    }

    private Limit settled(Instant on, boolean byFact) {
        return new Limit(stage, due, since, on, byFact, false, noticed);
    }

    private Limit due(Instant moved) {
        return new Limit(stage, moved, since, null, false, false, moved.equals(due) ? noticed : null);
    }

    private Limit moved(Instant to) {
        return new Limit(stage, to, since, settled, met, paused, to.equals(due) ? noticed : null);
    }

    private Limit pause() {
        return new Limit(stage, due, since, null, false, true, noticed);
    }

    private Limit noticed(Instant at) {
        return new Limit(stage, due, since, settled, met, paused, at);
    }

    /** The moment it was met; only asked of those that were. */
    Instant metOn() {
        return Objects.requireNonNull(settled);
    }
}
