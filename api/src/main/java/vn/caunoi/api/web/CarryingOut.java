package vn.caunoi.api.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.decision.Decisions;

/** Decisions that were to be carried out by now, for the board of what is overdue: their cases are closed and not on it. */
@Component("carrying")
class CarryingOut {

    private final Decisions decisions;
    private final CurrentActor current;
    private final Clock clock;

    CarryingOut(Decisions decisions, CurrentActor current, Clock clock) {
        this.decisions = decisions;
        this.current = current;
        this.clock = clock;
    }

    public long overdue() {
        var filter = new Decisions.Filter(null, null, true);
        return decisions.count(filter, Visibility.of(current.get()), clock.instant());
    }
}
