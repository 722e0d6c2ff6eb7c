package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.DeadlineEvent.*;

/**
 * The deadlines of a petition, by stage word.
 *
 * @param atClosing those that were open when the petition was closed
 */
record Deadlines(SortedMap<String, Deadline> open, SortedMap<String, Met> met, SortedMap<String, Deadline> atClosing) {

    static final Deadlines NONE = new Deadlines(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    /** Cause of {@link DeadlineDropped} when the petition was closed. */
    static final String CLOSED = "closed";

    private static final List<String> DECISIVE =
            List.of("settle_1", "settle_2", "settle", "answer", "accept_1", "accept_2", "initial", "process");

    record Met(Deadline deadline, Instant on, boolean late) {}

    Deadlines after(DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet e -> with(set(e));
            case DeadlineMet e -> met(e);
            case DeadlineDropped e -> dropped(e);
            case DeadlineApproaching e -> changed(e, deadline -> deadline.marked(true, false));
            case DeadlineMissed e -> changed(e, deadline -> deadline.marked(false, true));
            case DeadlineExtended e -> changed(e, deadline -> deadline.extended(e));
            case DeadlinePaused e -> changed(e, deadline -> deadline.paused(e.from()));
            case DeadlineContinued e -> changed(e, deadline -> deadline.continued(e));
            case DeadlineRecalculated e -> recalculated(e);
        };
    }

    Optional<Deadline> open(String stage) {
        return Optional.ofNullable(open.get(stage));
    }

    /** The moment work counts against now; a paused deadline is none. */
    @Nullable Instant earliest() {
        return open.values().stream()
                .filter(deadline -> !deadline.isPaused())
                .map(Deadline::due)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether the last deadline of the law was kept at this moment; null where none was set. */
    @Nullable Boolean keptAt(Instant moment) {
        return DECISIVE.stream()
                .flatMap(stage -> kept(stage, moment))
                .findFirst()
                .orElse(null);
    }

    private Stream<Boolean> kept(String stage, Instant moment) {
        Deadline running = open.get(stage);
        if (running != null) return Stream.of(!running.isPassedAt(moment));
        Met past = met.get(stage);
        return past == null ? Stream.of() : Stream.of(!past.late());
    }

    /** A met deadline set again as it was keeps its extensions and pauses. */
    private Deadline set(DeadlineSet e) {
        Met before = met.get(e.stage());
        if (before == null) return Deadline.of(e);
        Deadline past = before.deadline();
        boolean again = past.due().equals(e.due()) && past.from().equals(e.from());
        return again ? past.again() : Deadline.of(e);
    }

    private Deadlines with(Deadline deadline) {
        var nowMet = new TreeMap<>(met);
        nowMet.remove(deadline.stage());
        return new Deadlines(put(open, deadline.stage(), deadline), nowMet, without(atClosing, deadline.stage()));
    }

    private Deadlines met(DeadlineMet e) {
        Deadline deadline = open.get(e.stage());
        Met before = met.get(e.stage());
        if (deadline == null && before != null) deadline = before.deadline();
        if (deadline == null) return this;
        return new Deadlines(
                without(open, e.stage()), put(met, e.stage(), new Met(deadline, e.on(), e.late())), atClosing);
    }

    private Deadlines dropped(DeadlineDropped e) {
        Deadline deadline = open.get(e.stage());
        if (deadline == null) return this;
        var kept = e.cause().equals(CLOSED) ? put(atClosing, e.stage(), deadline) : atClosing;
        return new Deadlines(without(open, e.stage()), met, kept);
    }

    /** One that was met already may be, too: whether it was met late is told anew then. */
    private Deadlines recalculated(DeadlineRecalculated e) {
        Met past = met.get(e.stage());
        if (open.containsKey(e.stage()) || past == null) return changed(e, deadline -> deadline.recalculated(e));
        Met moved = new Met(past.deadline().recalculated(e), past.on(), past.late());
        return new Deadlines(open, put(met, e.stage(), moved), atClosing);
    }

    private Deadlines changed(DeadlineEvent event, UnaryOperator<Deadline> change) {
        Deadline deadline = open.get(event.stage());
        if (deadline == null) return this;
        return new Deadlines(put(open, event.stage(), change.apply(deadline)), met, atClosing);
    }

    private static <V> SortedMap<String, V> put(SortedMap<String, V> map, String stage, V value) {
        var more = new TreeMap<>(map);
        more.put(stage, value);
        return more;
    }

    private static <V> SortedMap<String, V> without(SortedMap<String, V> map, String stage) {
        var fewer = new TreeMap<>(map);
        fewer.remove(stage);
        return fewer;
    }
}
