package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.caunoi.core.form.Form;

/** What a designer changed from one diagram to another, element by element; by their ids, which stay. */
public final class ModelDiff {

    /** Parts that stand in a diagram by themselves; all else belongs to one of them. */
    private static final Set<String> APART = Set.of(
            "bpmn:startEvent",
            "bpmn:endEvent",
            "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent",
            "bpmn:boundaryEvent",
            "bpmn:userTask",
            "bpmn:serviceTask",
            "bpmn:receiveTask",
            "bpmn:exclusiveGateway",
            "bpmn:parallelGateway",
            "bpmn:inclusiveGateway",
            "bpmn:eventBasedGateway",
            "bpmn:subProcess",
            "bpmn:sequenceFlow",
            "bpmn:message",
            "bpmn:process",
            "bpmn:lane",
            "bpmn:textAnnotation");

    /** What follows from flows and from the drawing, and forms, which {@link FormDiff} compares. */
    private static final Set<String> FOLLOWING =
            Set.of("bpmn:incoming", "bpmn:outgoing", "bpmn:laneSet", "bpmn:flowNodeRef", "caunoi:form");

    /** Editors leave out what is so anyway (BPMN 2.0). */
    private static final Map<String, String> ANYWAY = Map.of(
            "isInterrupting", "true",
            "cancelActivity", "true",
            "parallelMultiple", "false",
            "triggeredByEvent", "false",
            "instantiate", "false",
            "isForCompensation", "false");

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Only drawn elsewhere. */
        MOVED
    }

    /**
     * @param element id, the same in both where it is in both
     * @param type {@code userTask}; {@code form} for a form that comes with the model, by its own id
     * @param name as it is now, or was
     * @param details what was changed, as {@code attribute: before → now}
     */
    public record Change(Kind kind, String element, String type, String name, List<String> details) {
        public Change {
            details = List.copyOf(details);
        }
    }

    private record Part(String type, String name, Map<String, String> content, String place) {}

    private ModelDiff() {}

    /** In the order of the file that is now; what was removed last. Empty where one of both cannot be read. */
    public static List<Change> between(String before, String now) {
        Map<String, Part> was = parts(before);
        Map<String, Part> is = parts(now);
        if (was.isEmpty() || is.isEmpty()) return List.of();
        List<Change> changes = new ArrayList<>();
        is.forEach((id, part) -> {
            Part old = was.get(id);
            if (old == null) changes.add(new Change(Kind.ADDED, id, part.type(), part.name(), List.of()));
            else compare(id, old, part, changes);
        });
        was.forEach((id, part) -> {
            if (!is.containsKey(id)) changes.add(new Change(Kind.REMOVED, id, part.type(), part.name(), List.of()));
        });
        changes.addAll(forms(before, now));
        return changes;
    }

    private static List<Change> forms(String before, String now) {
        Map<String, Form> named = new LinkedHashMap<>(FormDiff.forms(before));
        named.putAll(FormDiff.forms(now));
        Map<String, List<FormDiff.Change>> byForm = new LinkedHashMap<>();
        FormDiff.between(before, now).forEach(change -> byForm.computeIfAbsent(change.form(), any -> new ArrayList<>())
                .add(change));
        List<Change> changes = new ArrayList<>();
        byForm.forEach((id, parts) -> {
            Form form = Objects.requireNonNull(named.get(id));
            String name = form.words() == null
                    ? id
                    : Objects.requireNonNullElse(form.words().in("vi"), id);
            FormDiff.Change first = parts.getFirst();
            boolean whole = first.outcome() == null && first.what().isEmpty();
            Kind kind = whole ? first.kind() : Kind.CHANGED;
            List<String> details = whole
                    ? List.of()
                    : parts.stream().map(FormDiff.Change::line).toList();
            changes.add(new Change(kind, id, "form", name, details));
        });
        return changes;
    }

    private static void compare(String id, Part old, Part part, List<Change> changes) {
        List<String> details = new ArrayList<>();
        Set<String> words = new TreeSet<>(old.content().keySet());
        words.addAll(part.content().keySet());
        for (String word : words) {
            String was = old.content().getOrDefault(word, "–");
            String is = part.content().getOrDefault(word, "–");
            if (!was.equals(is)) details.add(word + ": " + was + " → " + is);
        }
        if (!details.isEmpty() || !old.type().equals(part.type())) {
            changes.add(new Change(Kind.CHANGED, id, part.type(), part.name(), details));
        } else if (!old.place().equals(part.place())) {
            changes.add(new Change(Kind.MOVED, id, part.type(), part.name(), List.of()));
        }
    }

    private static Map<String, Part> parts(String xml) {
        try {
            Tag root = XmlReading.read(xml.getBytes(StandardCharsets.UTF_8));
            Map<String, String> places = places(root);
            Map<String, Part> parts = new LinkedHashMap<>();
            root.tree()
                    .filter(tag -> APART.contains(tag.name()) && tag.id() != null)
                    .forEach(tag -> parts.put(
                            Objects.requireNonNull(tag.id()),
                            new Part(
                                    tag.name().substring("bpmn:".length()),
                                    tag.get("name", ""),
                                    content(tag),
                                    places.getOrDefault(tag.id(), ""))));
            return parts;
        } catch (UnreadableModel none) {
            return Map.of();
        }
    }

    private static Map<String, String> content(Tag tag) {
        Map<String, String> content = new TreeMap<>();
        inside(tag).forEach(part -> {
            String at = part == tag ? "" : part.name() + " ";
            part.attributes().forEach((name, value) -> {
                if (!name.equals("id") && !value.equals(ANYWAY.get(name)))
                    content.merge(at + name, value, (one, other) -> one + ", " + other);
            });
            if (!part.text().isEmpty()) {
                content.merge(at.strip(), part.text(), (one, other) -> one + ", " + other);
            }
        });
        return content;
    }

    private static Stream<Tag> inside(Tag tag) {
        return Stream.concat(
                Stream.of(tag),
                tag.children().stream()
                        .filter(child -> !APART.contains(child.name()) && !FOLLOWING.contains(child.name()))
                        .flatMap(ModelDiff::inside));
    }

    private static Map<String, String> places(Tag root) {
        Map<String, String> places = new LinkedHashMap<>();
        root.tree()
                .filter(tag -> tag.get("bpmnElement") != null)
                .forEach(shape -> places.put(
                        shape.get("bpmnElement", ""),
                        shape.tree()
                                .filter(tag -> tag.is("dc:Bounds") || tag.is("di:waypoint"))
                                .map(tag -> Math.round(number(tag, "x")) + "," + Math.round(number(tag, "y")))
                                .toList()
                                .toString()));
        return places;
    }

    private static double number(Tag tag, String name) {
        try {
            return Double.parseDouble(tag.get(name, "0"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
