package vn.caunoi.api.timekeeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.DeadlineCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeChange;
import vn.caunoi.core.timekeeping.TimeInForce;
import vn.caunoi.core.timekeeping.Timekeeper;
import vn.caunoi.core.timekeeping.TimekeepingCommand;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.timekeeping.Running;
import vn.caunoi.projections.timekeeping.RunningDeadlines;

/**
 * Counts deadlines anew after a confirmed change, one petition after the other, each judging by its own history. May be
 * stopped at any moment: what has moved does not move again, so whoever goes on finds only what is left. It has ended
 * when a look at all deadlines finds none that would move, some seconds after the change is known to every node.
 */
@Component
class Recounts {

    private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);
    private static final String BY = "system:timekeeping";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * How far it is.
     *
     * @param concern deadlines to be counted, as far as known; {@code moved} those done
     */
    @Schema(name = "RecountProgress")
    record Standing(int concern, int moved, int failed) {}

    private record Place(PetitionId petition, String stage) {}

    private final Timekeeper keeper;
    private final RunningDeadlines deadlines;
    private final RecountTable table;
    private final Commands commands;
    private final Progress progress;
    private final Clock clock;
    private final Duration grace;
    private final int chunk;
    private final Map<Integer, Long> firstSeen = new HashMap<>();

    Recounts(
            Timekeeper keeper,
            RunningDeadlines deadlines,
            RecountTable table,
            Commands commands,
            Progress progress,
            Clock clock,
            @Value("${caunoi.recount.grace:PT3S}") Duration grace,
            @Value("${caunoi.recount.chunk:200}") int chunk) {
        this.keeper = keeper;
        this.deadlines = deadlines;
        this.table = table;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
        this.grace = grace;
        this.chunk = chunk;
    }

    Standing standing(int change) {
        return table.standing(change);
    }

    /** Goes on with what is owed, if it is this node's turn. @return whether there was anything to do */
    synchronized boolean round() {
        Optional<TimeChange> next =
                keeper.time().owing().stream().filter(this::hasBegun).findFirst();
        if (next.isEmpty()) return false;
        TimeChange change = next.get();
        firstSeen.putIfAbsent(change.number(), System.nanoTime());
        if (!table.take(change.number())) return false;
        return pass(change);
    }

    /** A row of a later day is for deadlines that run on that day. */
    private boolean hasBegun(TimeChange change) {
        AmendedRule rule = change.rule();
        return rule == null || !rule.validFrom().isAfter(DueDate.dayOf(clock.instant()));
    }

    private boolean pass(TimeChange change) {
        boolean known = System.nanoTime() - firstSeen.getOrDefault(change.number(), 0L) >= grace.toNanos();
        if (!progress.awaitSettled(PATIENCE)) return false;
        TimeInForce time = keeper.time();
        WorkingCalendar calendar = keeper.calendar(time);
        List<Place> left = left(new Recounter(change, calendar, clock.instant()));
        table.found(change.number(), left.size());
        Set<Place> failed = new HashSet<>();
        int moved = 0;
        for (int from = 0; from < left.size(); from += chunk) {
            List<Place> some = left.subList(from, Math.min(from + chunk, left.size()));
            moved += recount(some, change, time, calendar, failed);
            if (!table.take(change.number())) return false;
        }
        // what is left then its case sees otherwise, or it cannot be counted: another pass would find it again
        if (known && moved == 0) end(change, failed.size());
        return moved > 0;
    }

    private List<Place> left(Recounter recounter) {
        List<Place> left = new ArrayList<>();
        deadlines.each(Visibility.everything(), one -> {
            for (Running deadline : one.deadlines()) {
                boolean moves =
                        recounter.of(deadline).filter(move -> !move.stays()).isPresent();
                if (moves) left.add(new Place(one.petition(), deadline.stage()));
            }
        });
        return left;
    }

    private int recount(
            List<Place> some, TimeChange change, TimeInForce time, WorkingCalendar calendar, Set<Place> failed) {
        int moved = 0;
        for (Place place : some) {
            Boolean did = recount(place, change, time, calendar);
            if (did == null) failed.add(place);
            else if (did) moved++;
        }
        table.counted(change.number(), moved);
        return moved;
    }

    /** @return null when it could not be; it is tried again in the next pass */
    private @Nullable Boolean recount(Place place, TimeChange change, TimeInForce time, WorkingCalendar calendar) {
        AmendedRule rule = change.rule();
        try {
            return commands.<Boolean>send(
                    new DeadlineCommand.Recount(
                            place.petition(),
                            place.stage(),
                            calendar,
                            rule == null ? null : keeper.rule(rule, time, place.stage()),
                            change.missedToo(),
                            change.cause(),
                            change.reason()),
                    BY);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "deadline {} of petition {} not counted anew",
                    place.stage(),
                    place.petition().value(),
                    failed);
            return null;
        }
    }

    private void end(TimeChange change, int failed) {
        Standing standing = table.standing(change.number());
        commands.send(new TimekeepingCommand.EndRecount(change.number(), standing.moved(), failed), BY);
        keeper.forget();
        LOG.info("change {}: {} deadlines moved, {} could not be counted", change.number(), standing.moved(), failed);
    }
}
