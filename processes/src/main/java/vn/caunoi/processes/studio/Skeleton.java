package vn.caunoi.processes.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One executable process with a key, and references that lead somewhere. */
final class Skeleton {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_ID = 100;
    private static final Map<String, String> REFERENCES = Map.of(
            "sourceRef", "bpmn:sequenceFlow",
            "targetRef", "bpmn:sequenceFlow",
            "attachedToRef", "bpmn:boundaryEvent",
            "processRef", "bpmn:participant");

    private Skeleton() {}

    static void check(Tag root, Problems problems) {
        List<Tag> processes = root.all("bpmn:process").toList();
        if (!root.is("bpmn:definitions") || processes.size() != 1) {
            problems.error(null, "one-process", Sentence.ONE_PROCESS.of());
            return;
        }
        process(processes.getFirst(), problems);
        ids(root, problems);
    }

    private static void process(Tag process, Problems problems) {
        String key = process.get("id", "");
        if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
            problems.error(key, "key", Sentence.KEY.of());
        }
        if (!"true".equals(process.get("isExecutable"))) {
            problems.error(
                    key, "not-executable", Sentence.NOT_EXECUTABLE.of(), new Problem.Fix(key, "isExecutable", "true"));
        }
        if (process.get("name", "").isBlank()) problems.error(key, "name-missing", Sentence.PROCESS_NAME.of());
    }

    private static void ids(Tag root, Problems problems) {
        Set<String> ids = new HashSet<>();
        root.tree().filter(tag -> tag.id() != null).forEach(tag -> {
            if (!ids.add(tag.get("id", ""))) problems.error(tag.id(), "duplicate-id", Sentence.DUPLICATE_ID.of());
            if (tag.get("id", "").length() > LONGEST_ID) problems.error(tag.id(), "id", Sentence.ID_LONG.of());
        });
        root.tree().filter(tag -> tag.name().startsWith("bpmn:")).forEach(tag -> references(tag, ids, problems));
    }

    private static void references(Tag tag, Set<String> ids, Problems problems) {
        REFERENCES.forEach((attribute, element) -> {
            if (tag.is(element)) resolve(tag, attribute, tag.get(attribute), ids, problems);
        });
        if (tag.is("bpmn:flowNodeRef")) resolve(tag, "flowNodeRef", tag.text(), ids, problems);
        if (tag.get("messageRef") != null) resolve(tag, "messageRef", tag.get("messageRef"), ids, problems);
        if (tag.get("default") != null) resolve(tag, "default", tag.get("default"), ids, problems);
    }

    private static void resolve(Tag tag, String what, @Nullable String id, Set<String> ids, Problems problems) {
        if (id == null || !ids.contains(id)) {
            problems.error(tag.id(), "unknown-reference", Sentence.LEADS_TO_NOTHING.of(tag.line(), what));
        }
    }
}
