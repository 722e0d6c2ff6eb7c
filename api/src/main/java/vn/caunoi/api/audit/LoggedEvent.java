package vn.caunoi.api.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.projections.casefile.HistoryItem;

/**
 * An event as a log tells it: no free text, no names.
 *
 * @param activity the step of a task, or the name of the event
 * @param transition of the standard lifecycle
 * @param happened when it happened; {@code recorded} when it was written down
 * @param by account, null for the program
 * @param facts of its data that are words of the house
 */
record LoggedEvent(
        long seq,
        String type,
        String activity,
        Transition transition,
        Instant happened,
        Instant recorded,
        @Nullable String by,
        Map<String, String> facts) {

    /** Words of the lifecycle extension of XES. */
    enum Transition {
        SCHEDULE("schedule"),
        ASSIGN("assign"),
        REASSIGN("reassign"),
        WITHDRAW("withdraw"),
        COMPLETE("complete");

        private final String word;

        Transition(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Data that are words of the house, whatever the event; all else may have been typed. */
    private static final Set<String> TOLD = Set.of(
            "task",
            "key",
            "outcome",
            "stage",
            "process",
            "version",
            "kind",
            "channel",
            "unit",
            "group",
            "state",
            "ground",
            "letter",
            "template",
            "due",
            "cause",
            "level");

    /** @param steps the step of each task that was opened so far, by its id */
    static LoggedEvent of(HistoryItem item, Map<String, String> steps) {
        Map<String, String> facts = new TreeMap<>();
        item.data().forEach((name, value) -> {
            if (TOLD.contains(name) && value != null && !(value instanceof Map) && !(value instanceof Iterable))
                facts.put(name, value.toString());
        });
        String task = facts.get("task");
        if (task != null && facts.containsKey("key")) steps.put(task, facts.get("key"));
        String step = task == null ? null : steps.get(task);
        return new LoggedEvent(
                item.seq(),
                item.type(),
                Objects.requireNonNullElse(step, item.type()),
                step == null ? Transition.COMPLETE : transition(item.type()),
                Objects.requireNonNullElse(item.occurredAt(), item.at()),
                item.at(),
                item.by(),
                facts);
    }

    private static Transition transition(String type) {
        return switch (type) {
            case "task.opened" -> Transition.SCHEDULE;
            case "task.claimed" -> Transition.ASSIGN;
            case "task.cancelled" -> Transition.WITHDRAW;
            case "task.completed" -> Transition.COMPLETE;
            default -> Transition.REASSIGN;
        };
    }
}
