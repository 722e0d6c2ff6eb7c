package vn.caunoi.processes.engine;

import java.time.Instant;
import java.util.Map;

/**
 * What the engine asks and tells while one event moves a process. Bound to the thread, because conditions, calendars
 * and steps are called from deep inside the engine; nothing of it is stored there.
 */
public interface Journey {

    /** Facts the conditions ask, by name. */
    Map<String, Object> facts();

    /** When the event that moves was recorded: "now" of every timer. */
    Instant time();

    /** A step is entered. */
    void entered(String process, String activity);

    void taskReached(TaskStep task);

    /** A task's step is left although the task was not completed. */
    void taskLeft(String instance, String activityInstance);

    void act(ActionStep action);

    /** An end event is reached; the last one before {@link #ended} is where the process ended. */
    void endReached(String activity);

    /** @param process key of the process whose instance ended */
    void ended(String instance, String process);

    /**
     * A user task that was reached.
     *
     * @param process key of the process
     * @param name as in the diagram
     * @param group candidate group
     * @param assigned whether it is for the officer the petition is assigned to
     */
    record TaskStep(
            String instance,
            String activityInstance,
            String process,
            String activity,
            String name,
            String form,
            String group,
            boolean assigned) {}

    /** A service task that was reached; {@code inputs} are constants of the diagram. */
    record ActionStep(String process, String activity, String topic, Map<String, String> inputs) {}

    /** The journey of this thread; throws outside of one. */
    static Journey current() {
        return CurrentJourney.get();
    }

    static void during(Journey journey, Runnable move) {
        CurrentJourney.during(journey, move);
    }
}
