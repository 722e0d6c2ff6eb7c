package vn.caunoi.processes.sweeper;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.RungQuestion;
import vn.caunoi.core.petition.Facts;

/**
 * When a deadline is first looked at after it moved, so that a case that is worked on in time is not looked at without
 * need. Whether there is anything to record, the petition knows; it says when to look again.
 */
final class FirstLook {

    private static final int FIRST = 1;

    private final CalendarInForce calendar;
    private final Ladder ladder;

    FirstLook(CalendarInForce calendar, Ladder ladder) {
        this.calendar = calendar;
        this.ladder = ladder;
    }

    /** Of a deadline that lies ahead: when it approaches, or before that when nobody may have taken the case. */
    Instant ahead(Facts facts, String stage, Instant due, Instant at) {
        Optional<Instant> near =
                rung(facts, stage, Occasion.APPROACHING, 0, at).map(rung -> rung.before(due, calendar.calendar()));
        Optional<Instant> idle = facts.is("assigned")
                ? Optional.empty()
                : rung(facts, stage, Occasion.NOT_TAKEN, FIRST, at).map(rung -> rung.after(at, calendar.calendar()));
        return Stream.of(near, idle, Optional.of(due))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(due);
    }

    /** Of all of a case that was given up at this moment: the day after, for the ladder may have no such rung. */
    Instant afterGivenUp(Instant at) {
        return DueDate.endOf(calendar.calendar().nextWorkingDay(DueDate.dayOf(at)));
    }

    private Optional<Rung> rung(Facts facts, String stage, Occasion occasion, int level, Instant at) {
        @Nullable String kind = facts.text("kind").isEmpty() ? null : facts.text("kind");
        return ladder.rung(new RungQuestion(kind, stage, occasion, level, DueDate.dayOf(at)));
    }
}
