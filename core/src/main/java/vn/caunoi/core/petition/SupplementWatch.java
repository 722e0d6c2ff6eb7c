package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.RungQuestion;
import vn.caunoi.core.petition.IntakeEvent.*;

/**
 * Looks after what a petitioner was asked to add: how long it is waited for, reminds, and says that it did not come. It
 * is time of the citizen, so nothing becomes overdue by it and nobody is told of a delay.
 */
final class SupplementWatch {

    static final String STAGE = "supplement";

    private final Petition petition;
    private final Instant now;
    private final WorkingCalendar calendar;

    SupplementWatch(Petition petition, Instant now, WorkingCalendar calendar) {
        this.petition = petition;
        this.now = now;
        this.calendar = calendar;
    }

    /** A report of the diagram: nothing is limited that is not waited for, and the same not twice. */
    void limit(DeadlineRule rule) {
        LocalDate from = petition.awaitedFrom;
        if (from == null || petition.supplement != null) return;
        petition.record(new SupplementLimited(petition.id, FurtherTime.counted(rule, from, calendar)));
    }

    /** @return when to look again; null when nothing is left to record */
    @Nullable Instant look(Instant due, Ladder ladder) {
        SupplementTime time = petition.supplement;
        if (time == null || !petition.isAwaitingSupplement() || petition.isClosed()) return null;
        if (!time.until().equals(due)) return null;
        if (now.isAfter(due)) {
            petition.record(new SupplementMissed(petition.id, due));
            new DeadlineDesk(petition).goOn(DueDate.dayOf(now), calendar);
            new TaskDesk(petition).moveDues(null);
            return null;
        }
        Instant near = near(due, ladder).orElse(due);
        if (time.reminded()) return due;
        if (!now.isAfter(near)) return near;
        petition.record(new SupplementReminded(petition.id, due));
        return due;
    }

    private Optional<Instant> near(Instant due, Ladder ladder) {
        return ladder.rung(new RungQuestion(null, STAGE, Occasion.APPROACHING, 0, DueDate.dayOf(now)))
                .map(rung -> rung.before(due, calendar));
    }
}
