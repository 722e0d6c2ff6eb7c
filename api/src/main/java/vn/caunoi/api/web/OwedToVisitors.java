package vn.caunoi.api.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.VisitDues;
import vn.caunoi.projections.reception.Visits;

/** Told on the pages where everybody begins the day, so that no promise is overlooked. */
@Component("owed")
class OwedToVisitors {

    private final VisitDues dues;
    private final CurrentActor current;

    OwedToVisitors(VisitDues dues, CurrentActor current) {
        this.dues = dues;
        this.current = current;
    }

    /** Call-backs and promised answers: what somebody has to do, beside the tasks of cases.
     * @param load all of them, of which {@code first} are the most pressing */
    record Tasks(List<Visits.Owed> first, VisitDues.Load load) {}

    private static final Set<Visits.Due> TASKS = Set.of(Visits.Due.CALL_BACK, Visits.Due.ANSWER);
    private static final int FIRST = 10;

    public Tasks tasks() {
        return current.find()
                .filter(actor -> ReceptionDesk.receives(actor) || actor.is(Role.INSPECTOR))
                .map(actor -> tasks(Visibility.of(actor)))
                .orElse(new Tasks(List.of(), new VisitDues.Load(0, 0)));
    }

    private Tasks tasks(Visibility sight) {
        List<Visits.Owed> first = dues.owedOf(TASKS, sight, null, FIRST).items();
        return new Tasks(first, first.isEmpty() ? new VisitDues.Load(0, 0) : dues.load(TASKS, sight));
    }

    /** Null for whom it does not concern, and when nothing is owed. */
    public VisitDues.@Nullable Load load() {
        return current.find()
                .filter(actor -> ReceptionDesk.receives(actor) || actor.is(Role.INSPECTOR))
                .map(actor -> dues.load(Visibility.of(actor)))
                .filter(load -> load.open() > 0)
                .orElse(null);
    }
}
