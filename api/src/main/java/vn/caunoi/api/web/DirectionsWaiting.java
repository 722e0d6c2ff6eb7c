package vn.caunoi.api.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.direction.Directions;
import vn.caunoi.projections.direction.Directions.Stand;

/** Directions that are to be done yet, told where officers begin the day and on the board of supervisors. */
@Component("directionsWaiting")
class DirectionsWaiting {

    /** @param late how many of them are past their day */
    record Some(long many, long late) {}

    private final Directions directions;
    private final CurrentActor current;
    private final Clock clock;

    DirectionsWaiting(Directions directions, CurrentActor current, Clock clock) {
        this.directions = directions;
        this.current = current;
        this.clock = clock;
    }

    /** What the reader is to do. */
    public Some mine() {
        return current.find()
                .filter(Menu::doesCaseWork)
                .map(actor -> count(Visibility.of(actor), actor.id()))
                .orElse(new Some(0, 0));
    }

    /** All that the reader sees. */
    public Some all() {
        Actor actor = current.get();
        return count(Visibility.of(actor), null);
    }

    private Some count(Visibility sight, @Nullable OfficerId officer) {
        long many = count(Stand.OPEN, sight, officer);
        return new Some(many, many == 0 ? 0 : count(Stand.OVERDUE, sight, officer));
    }

    private long count(Stand stand, Visibility sight, @Nullable OfficerId officer) {
        return directions.count(new Directions.Filter(stand, null, officer, null), sight, clock.instant());
    }
}
