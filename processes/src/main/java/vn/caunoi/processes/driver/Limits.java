package vn.caunoi.processes.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineContinued;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineExtended;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineRecalculated;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.processes.driver.Rehearsed.Limit;

/**
 * The deadlines that the two courses of a case set, and whether they were, or would be, missed. When something was done
 * is as recorded, and so is by how much a limit was extended or rested.
 */
final class Limits {

    private final Map<String, Instant> set = new HashMap<>();
    private final Map<String, Duration> moved = new HashMap<>();
    private final Map<String, Instant> met = new HashMap<>();
    private final Set<String> late = new HashSet<>();
    private final Instant last;

    Limits(List<Happened> history) {
        this.last = history.getLast().at();
        history.forEach(this::take);
    }

    private void take(Happened happened) {
        switch (happened.event()) {
            case DeadlineSet e -> {
                set.put(e.stage(), e.due());
                moved.remove(e.stage());
                met.remove(e.stage());
                late.remove(e.stage());
            }
            case DeadlineExtended e -> moved(e.stage(), e.before(), e.due());
            case DeadlineContinued e -> moved(e.stage(), e.before(), e.due());
            case DeadlineRecalculated e -> moved(e.stage(), e.before(), e.due());
            case DeadlineMissed e -> late.add(e.stage());
            case DeadlineMet e -> {
                met.put(e.stage(), e.on());
                if (e.late()) late.add(e.stage());
                else late.remove(e.stage());
            }
            default -> {}
        }
    }

    private void moved(String stage, Instant before, Instant due) {
        moved.merge(stage, Duration.between(before, due), Duration::plus);
    }

    /**
     * @param before by stage, when they were due as the models set them; {@code now} as the draft does
     * @param delay by how much what was done lies later by the draft
     */
    List<Limit> compared(Map<String, Instant> before, Map<String, Instant> now, Duration delay) {
        Set<String> stages = new TreeSet<>(before.keySet());
        stages.addAll(now.keySet());
        List<Limit> compared = new ArrayList<>();
        for (String stage : stages) {
            boolean was = before.containsKey(stage) && late.contains(stage);
            Instant due = now.get(stage);
            boolean same = due != null && due.equals(before.get(stage)) && delay.isZero();
            boolean would = same ? was : due != null && isLate(stage, due, delay);
            compared.add(new Limit(stage, before.get(stage), due, was, would));
        }
        return compared;
    }

    /** Of a deadline that nobody ever set it is not known when it would have been met. */
    private boolean isLate(String stage, Instant due, Duration delay) {
        if (!set.containsKey(stage)) return false;
        Instant end = met.getOrDefault(stage, last).plus(delay);
        return end.isAfter(due.plus(moved.getOrDefault(stage, Duration.ZERO)));
    }
}
