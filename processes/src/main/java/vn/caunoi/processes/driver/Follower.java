package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrationOrdered;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.sweeper.DueDates;

/**
 * Leads each petition through its events: moves it by one after the other, lets them wait while it is stuck, and
 * catches up when somebody orders so. An order to migrate goes before the other events that wait, so that they are
 * tried under the version somebody mended for them.
 */
final class Follower {

    /** How one event is followed, and where the events before it are read. */
    interface Way {

        /** Moves the petition by one event; false when it cannot be, which is told to people then. */
        boolean follow(Happened happened);

        /** The petition's events before this one. */
        List<Happened> before(Happened order);

        /** A stuck petition has caught up. */
        void resumed();
    }

    /** Who takes down when something falls due. */
    interface Dates {

        /** @param facts up to that event */
        void follow(PetitionEvent event, Instant at, Supplier<Facts> facts);
    }

    private final Mover mover;
    private final Past past;
    private final Places places;
    private final Dates due;

    Follower(Mover mover, Past past, Places places, Dates due) {
        this.mover = mover;
        this.past = past;
        this.places = places;
        this.due = due;
    }

    /** Whether anything at all follows from it; others need no place, and no lock. */
    boolean concerns(Happened happened) {
        return switch (happened.event()) {
            case IncidentRetried e -> true;
            case IncidentSkipped e -> true;
            default -> DueDates.concern(happened.event()) || mover.concerns(happened);
        };
    }

    void take(Happened happened, Way way) {
        past.pass(happened);
        due.follow(happened.event(), happened.at(), () -> past.upTo(happened));
        switch (happened.event()) {
            case IncidentRetried e -> resume(happened, way);
            case IncidentSkipped e -> resume(happened, way);
            default -> {
                if (mover.concerns(happened)
                        && places.parked(happened.petition()).isEmpty()) followAll(List.of(happened), way);
            }
        }
    }

    private void resume(Happened order, Way way) {
        Optional<Long> parked = places.parked(order.petition());
        if (parked.isEmpty()) return;
        places.unpark(order.petition());
        if (followAll(waiting(order, parked.get(), way.before(order)), way)) way.resumed();
    }

    private List<Happened> waiting(Happened order, long from, List<Happened> history) {
        Set<Long> leftOut = leftOut(history, order);
        List<Happened> waiting = history.stream()
                .filter(event -> event.sequence() >= from)
                .filter(event -> !leftOut.contains(event.sequence()))
                .filter(mover::concerns)
                .toList();
        return Stream.concat(
                        waiting.stream().filter(Follower::isMigration).map(event -> event.before(from)),
                        waiting.stream().filter(event -> !isMigration(event)))
                .toList();
    }

    private static boolean isMigration(Happened happened) {
        return happened.event() instanceof ProcessMigrationOrdered;
    }

    /** Events that somebody has ordered to leave out, ever: one that was tried before its turn may lie further on. */
    private static Set<Long> leftOut(List<Happened> history, Happened order) {
        Map<Integer, Long> incidents = new HashMap<>();
        Set<Long> leftOut = new HashSet<>();
        Stream.concat(history.stream(), Stream.of(order)).forEach(happened -> {
            if (happened.event() instanceof IncidentOpened e) incidents.put(e.incident(), e.sequence());
            if (happened.event() instanceof IncidentSkipped e && incidents.containsKey(e.incident()))
                leftOut.add(incidents.get(e.incident()));
        });
        return leftOut;
    }

    /** When one cannot be followed, the petition is stuck before the first that was not. */
    private boolean followAll(List<Happened> events, Way way) {
        for (int at = 0; at < events.size(); at++) {
            Happened happened = events.get(at);
            if (way.follow(happened)) continue;
            long first = events.subList(at, events.size()).stream()
                    .mapToLong(Happened::next)
                    .min()
                    .orElse(happened.sequence());
            places.park(happened.petition(), first);
            return false;
        }
        return true;
    }
}
