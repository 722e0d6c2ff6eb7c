package vn.caunoi.processes.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.place.Places.Kept;
import vn.caunoi.processes.place.Places.OpenTask;
import vn.caunoi.processes.place.Places.Running;
import vn.caunoi.processes.place.Places.RunningTimer;

/** Where the processes of one petition stand, in memory for the time of a batch. */
final class Place {

    final Map<String, Running> running = new TreeMap<>();

    /** How often each activity was reached, by process and activity. */
    final Map<String, Integer> reached = new TreeMap<>();

    final Map<String, OpenTask> tasks = new LinkedHashMap<>();
    final Map<String, RunningTimer> timers = new TreeMap<>();

    /** With the sequence of the event. */
    final Map<Kept, Long> kept = new HashMap<>();

    @Nullable Long parked;

    /** What of it is in the table. */
    private Map<String, Running> runningAsStored = Map.of();

    private boolean changed;

    void changed() {
        changed = true;
    }

    boolean isChanged() {
        return changed;
    }

    /** Of those stored, what runs no more. */
    List<Running> ended() {
        return runningAsStored.values().stream()
                .filter(stored -> !running.containsKey(stored.process()))
                .toList();
    }

    /** What runs, and is not stored so. */
    List<Running> begun() {
        return running.values().stream()
                .filter(now -> !now.equals(runningAsStored.get(now.process())))
                .toList();
    }

    void stored() {
        changed = false;
        runningAsStored = Map.copyOf(running);
    }

    Optional<OpenTask> taskAt(String instance, String activityInstance) {
        return tasks.values().stream()
                .filter(task -> task.instance().equals(instance)
                        && task.activityInstance().equals(activityInstance))
                .findFirst();
    }

    List<Kept> keptInOrder() {
        return kept.entrySet().stream()
                .sorted(Map.Entry.<Kept, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Kept::process)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
