package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.ByLadder;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.RungQuestion;
import vn.caunoi.core.ladder.Told;

/**
 * Looks after one open deadline: records that it approaches or was missed, that nobody took the case, and each rung the
 * case rises by; every one once, until the deadline moves or the case is taken.
 */
final class Climb {

    private final Petition petition;
    private final Instant now;
    private final WorkingCalendar calendar;
    private final Ladder ladder;
    private final Superiors superiors;

    Climb(Petition petition, Instant now, WorkingCalendar calendar, Ladder ladder, Superiors superiors) {
        this.petition = petition;
        this.now = now;
        this.calendar = calendar;
        this.ladder = ladder;
        this.superiors = superiors;
    }

    /** @return when to look again; null when nothing is left to record of a deadline with that due moment */
    @Nullable Instant look(DeadlineCommand.LookAfter order) {
        Deadline deadline = petition.deadlines
                .open(order.stage())
                .filter(open -> open.due().equals(order.due()) && !open.isPaused())
                .orElse(null);
        if (deadline == null) return null;
        if (!deadline.isPassedAt(now)) return ahead(deadline);
        if (order.ahead() && !deadline.missed()) approaching(deadline);
        return past(deadline);
    }

    private Instant ahead(Deadline deadline) {
        return Stream.of(Optional.of(deadline.due()), approaching(deadline), notTaken(deadline.stage()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private Optional<Instant> approaching(Deadline deadline) {
        if (deadline.approaching()) return Optional.empty();
        Instant at = rung(deadline.stage(), Occasion.APPROACHING, 0)
                .map(rung -> rung.before(deadline.due(), calendar))
                .orElse(deadline.due());
        if (!now.isAfter(at)) return Optional.of(at);
        petition.record(new DeadlineEvent.DeadlineApproaching(petition.id, deadline.stage(), deadline.due()));
        return Optional.empty();
    }

    /** While nobody is responsible and nobody holds a task. */
    private Optional<Instant> notTaken(String stage) {
        if (petition.isClosed() || isTaken()) return Optional.empty();
        int level = petition.ties.levelNotTaken() + 1;
        Rung rung = rung(stage, Occasion.NOT_TAKEN, level).orElse(null);
        UnitId to = rung == null ? null : unit(rung.to(), Set.of()).orElse(null);
        if (rung == null || to == null) return Optional.empty();
        Instant since = petition.attention.since(Attention.NOT_TAKEN);
        Instant at = rung.after(since, calendar);
        if (!now.isAfter(at)) return Optional.of(at);
        rise(level, to, Occasion.NOT_TAKEN, null, rung, since);
        return notTaken(stage);
    }

    private @Nullable Instant past(Deadline deadline) {
        if (!deadline.missed()) {
            petition.record(new DeadlineEvent.DeadlineMissed(petition.id, deadline.stage(), deadline.due()));
        }
        int level = petition.ties.levelOf(deadline.stage()) + 1;
        Occasion occasion = level == 1 ? Occasion.MISSED : Occasion.UNATTENDED;
        Rung rung = rung(deadline.stage(), occasion, level).orElse(null);
        UnitId to = rung == null
                ? null
                : unit(rung.to(), petition.ties.toldOf(deadline.stage())).orElse(null);
        if (rung == null || to == null) return null;
        Instant since = level == 1 ? deadline.due() : later(deadline.due(), petition.attention.since(deadline.stage()));
        Instant at = rung.after(since, calendar);
        if (!now.isAfter(at)) return at;
        rise(level, to, occasion, deadline.stage(), rung, since);
        return past(deadline.marked(false, true));
    }

    private void rise(int level, UnitId to, Occasion occasion, @Nullable String stage, Rung rung, Instant since) {
        var why = new ByLadder(rung.row(), rung.version(), DueDate.dayOf(since), rung.workingDays());
        petition.record(new CaseEvent.PetitionEscalated(petition.id, level, to, occasion.cause(), stage, null, why));
    }

    private boolean isTaken() {
        return petition.officer != null || petition.tasks.all().stream().anyMatch(task -> task.holder() != null);
    }

    private Optional<Rung> rung(String stage, Occasion occasion, int level) {
        Kind kind = petition.dossier.kind();
        LocalDate today = DueDate.dayOf(now);
        return ladder.rung(new RungQuestion(kind == null ? null : kind.name(), stage, occasion, level, today));
    }

    /** @param told units above that know already: they are not told of the same twice */
    private Optional<UnitId> unit(Told to, Set<UnitId> told) {
        Optional<UnitId> unit =
                switch (to) {
                    case OFFICER, HEAD -> Optional.of(petition.unit);
                    case UNIT_ABOVE -> superiors.above(petition.unit);
                    case TOP -> superiors.above(petition.unit).map(this::topmost);
                };
        return to == Told.OFFICER || to == Told.HEAD ? unit : unit.filter(one -> !told.contains(one));
    }

    private UnitId topmost(UnitId unit) {
        UnitId top = unit;
        for (Optional<UnitId> next = superiors.above(top); next.isPresent(); next = superiors.above(top)) {
            top = next.get();
        }
        return top;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
