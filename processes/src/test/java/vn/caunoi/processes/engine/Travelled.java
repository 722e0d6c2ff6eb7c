package vn.caunoi.processes.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.caunoi.core.petition.Facts;

/** Writes down what the engine tells. */
final class Travelled implements Journey {

    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    final Map<String, Object> facts = new HashMap<>(Facts.none().asMap());
    final List<String> log = new ArrayList<>();
    final List<TaskStep> tasks = new ArrayList<>();
    boolean fails;

    @Override
    public Map<String, Object> facts() {
        return facts;
    }

    @Override
    public Instant time() {
        return NOW;
    }

    @Override
    public void entered(String process, String activity) {
        if (fails) throw new IllegalStateException("it fails, as told");
    }

    @Override
    public void taskReached(TaskStep task) {
        tasks.add(task);
        log.add("task " + task.activity());
    }

    @Override
    public void taskLeft(String instance, String activityInstance) {
        String activity = tasks.stream()
                .filter(task -> task.activityInstance().equals(activityInstance))
                .findFirst()
                .orElseThrow()
                .activity();
        log.add("left " + activity);
    }

    @Override
    public void act(ActionStep action) {
        log.add("act " + action.topic() + " " + action.inputs());
    }

    @Override
    public void endReached(String activity) {
        log.add("end " + activity);
    }

    @Override
    public void ended(String instance, String process) {
        log.add("ended " + process);
    }
}
