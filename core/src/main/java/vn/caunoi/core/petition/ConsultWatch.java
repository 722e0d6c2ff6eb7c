package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.Optional;
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
 * Looks after the time for one opinion as {@link Climb} does after a deadline: reminds, records that it was missed, and
 * lets it rise to the head of who was asked and to the units above, by the ladder's rows for the stage {@code consult}.
 */
final class ConsultWatch {

    static final String STAGE = "consult";

    private final Petition petition;
    private final Instant now;
    private final WorkingCalendar calendar;
    private final Ladder ladder;
    private final Superiors superiors;

    ConsultWatch(Petition petition, Instant now, WorkingCalendar calendar, Ladder ladder, Superiors superiors) {
        this.petition = petition;
        this.now = now;
        this.calendar = calendar;
        this.ladder = ladder;
        this.superiors = superiors;
    }

    /** @return when to look again; null when nothing is left to record */
    @Nullable Instant look(ConsultId id, Instant due) {
        Consults.One one = petition.consults.find(id).orElse(null);
        if (one == null || !one.isOpen() || !one.due().equals(due)) return null;
        if (now.isAfter(one.due())) return past(id, one);
        if (one.approaching()) return one.due();
        Instant near = rung(Occasion.APPROACHING, 0)
                .map(rung -> rung.before(one.due(), calendar))
                .orElse(one.due());
        if (!now.isAfter(near)) return near;
        petition.record(new ConsultEvent.ConsultApproaching(petition.id, id, one.due()));
        return one.due();
    }

    private @Nullable Instant past(ConsultId id, Consults.One one) {
        if (!one.missed()) petition.record(new ConsultEvent.ConsultMissed(petition.id, id, one.due()));
        int level = one.level() + 1;
        Rung rung =
                rung(level == 1 ? Occasion.MISSED : Occasion.UNATTENDED, level).orElse(null);
        UnitId to = rung == null ? null : unit(one, rung.to()).orElse(null);
        if (rung == null || to == null) return null;
        Instant since = one.raised() == null ? one.due() : one.raised();
        Instant at = rung.after(since, calendar);
        if (!now.isAfter(at)) return at;
        var why = new ByLadder(rung.row(), rung.version(), DueDate.dayOf(since), rung.workingDays());
        petition.record(new ConsultEvent.ConsultEscalated(petition.id, id, level, to, why));
        return past(id, petition.consults.find(id).orElse(one));
    }

    private Optional<UnitId> unit(Consults.One one, Told to) {
        UnitId asked = one.unit() == null ? petition.unit : one.unit();
        return switch (to) {
            case OFFICER, HEAD -> Optional.of(asked);
            case UNIT_ABOVE, TOP -> superiors.above(asked).filter(above -> one.level() < 2);
        };
    }

    private Optional<Rung> rung(Occasion occasion, int level) {
        return ladder.rung(new RungQuestion(null, STAGE, occasion, level, DueDate.dayOf(now)));
    }
}
