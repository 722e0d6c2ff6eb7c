package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.Visits;

/** Told on the pages where everybody begins the day, so that no promise is overlooked. */
@Component("owed")
class OwedToVisitors {

    private final Visits visits;
    private final CurrentActor current;

    OwedToVisitors(Visits visits, CurrentActor current) {
        this.visits = visits;
        this.current = current;
    }

    /** Null for whom it does not concern, and when nothing is owed. */
    public Visits.@Nullable Load load() {
        return current.find()
                .filter(actor -> ReceptionDesk.receives(actor) || actor.is(Role.INSPECTOR))
                .map(actor -> visits.load(Visibility.of(actor)))
                .filter(load -> load.open() > 0)
                .orElse(null);
    }
}
