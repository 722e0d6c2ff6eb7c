package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.caunoi.core.petition.FlowEvent.TimerCancelled;
import vn.caunoi.core.petition.FlowEvent.TimerFired;
import vn.caunoi.core.petition.FlowEvent.TimerSet;

/** What became of the timers of a case, as its record tells. */
final class RecordedTimers {

    /** @param over sequence of the event that ended it */
    private record Fate(Instant due, long over) {}

    private final Map<String, Fate> fates = new HashMap<>();

    RecordedTimers(List<Happened> history) {
        history.forEach(this::take);
    }

    private void take(Happened happened) {
        switch (happened.event()) {
            case TimerSet e -> fates.put(e.timer(), new Fate(e.due(), Long.MAX_VALUE));
            case TimerFired e -> over(e.timer(), happened.sequence());
            case TimerCancelled e -> over(e.timer(), happened.sequence());
            default -> {}
        }
    }

    private void over(String timer, long sequence) {
        fates.computeIfPresent(timer, (any, fate) -> new Fate(fate.due(), sequence));
    }

    /** Whether the record tells, with that event or a later one, what became of this very timer, due at that moment. */
    boolean tell(String timer, Instant due, long upcoming) {
        Fate fate = fates.get(timer);
        return fate != null && fate.due().equals(due) && fate.over() >= upcoming;
    }
}
