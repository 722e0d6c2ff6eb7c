package vn.caunoi.api.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.HistoryItem;
import vn.caunoi.projections.casefile.Part;

/** Where a case went and where it stands on the drawing of its process, and the same in words. */
@Component
class CaseOnDiagram {

    /**
     * A user task the case was at.
     *
     * @param key id of the step in the drawing
     * @param until null while it is open
     * @param by who completed it
     */
    record Visited(
            String key,
            String name,
            Instant since,
            @Nullable Instant until,
            @Nullable String by) {}

    /**
     * @param process key of the drawing, in its {@code version}
     * @param passed ids of steps, parted by blanks
     * @param current the same of where the case stands
     */
    record Shown(String process, int version, String passed, String current, List<Visited> steps) {}

    private final StepNames steps;
    private final Names names;

    CaseOnDiagram(StepNames steps, Names names) {
        this.steps = steps;
        this.names = names;
    }

    /** Null while no process moves the case. */
    @Nullable Shown of(CaseFile file, List<HistoryItem> history) {
        Part.Process process = file.process();
        if (process == null) return null;
        List<Visited> steps = visited(process.key(), history);
        return new Shown(
                process.key(),
                process.version(),
                keys(steps.stream().filter(step -> step.until() != null).map(Visited::key)),
                keys(here(file, process)),
                steps);
    }

    private static Stream<String> here(CaseFile file, Part.Process process) {
        Stream<String> tasks = file.tasks().stream()
                .filter(task -> task.process().equals(process.key()))
                .map(Part.OpenTask::key);
        return Stream.concat(tasks, Stream.ofNullable(process.end()));
    }

    private static String keys(Stream<String> keys) {
        return keys.distinct().collect(Collectors.joining(" "));
    }

    private List<Visited> visited(String process, List<HistoryItem> history) {
        Map<String, Integer> places = new HashMap<>();
        List<Visited> steps = new ArrayList<>();
        for (HistoryItem item : history) {
            String task = Objects.toString(item.data().get("task"), "");
            if (item.type().equals("task.opened") && process.equals(item.data().get("process"))) {
                places.put(task, steps.size());
                steps.add(opened(item));
            }
            Integer place = item.type().equals("task.completed") ? places.get(task) : null;
            if (place != null) steps.set(place, completed(steps.get(place), item));
        }
        return steps;
    }

    private Visited opened(HistoryItem item) {
        String key = Objects.toString(item.data().get("key"), "");
        String name = Objects.toString(item.data().get("name"), key);
        Object form = item.data().get("form");
        return new Visited(key, steps.of(key, form, name), item.at(), null, null);
    }

    private Visited completed(Visited step, HistoryItem item) {
        String by = item.by() == null ? null : names.officer(item.by());
        return new Visited(step.key(), step.name(), step.since(), item.at(), by);
    }
}
