package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A BPMN file as the rules and the pictures read it: steps, flows and messages of its one process. */
final class Diagram {

    private static final Set<String> STEPS = Set.of(
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
            "bpmn:subProcess");

    /**
     * @param scope id of the process or subprocess it stands in
     */
    record Step(String id, String scope, Tag tag) {
        String name() {
            return tag.get("name", "");
        }

        boolean is(String type) {
            return tag.is("bpmn:" + type);
        }

        /** Begins by an event, not by a flow. */
        boolean isEventSubprocess() {
            return is("subProcess") && "true".equals(tag.get("triggeredByEvent"));
        }
    }

    record Flow(
            String id,
            String from,
            String to,
            String name,
            @Nullable String condition) {}

    private final Tag root;
    private final Tag process;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, String> messages = new LinkedHashMap<>();
    private final Map<String, List<Flow>> leaving = new HashMap<>();
    private final Map<String, List<Flow>> arriving = new HashMap<>();
    private final Map<String, List<Step>> attached = new HashMap<>();
    private final Map<String, List<Step>> starts = new HashMap<>();

    private Diagram(Tag root, Tag process) {
        this.root = root;
        this.process = process;
        root.all("bpmn:message").forEach(m -> messages.put(m.get("id", ""), m.get("name", "")));
        collect(process, key());
        flows().forEach(flow -> listed(leaving, flow.from()).add(flow));
        flows().forEach(flow -> listed(arriving, flow.to()).add(flow));
        steps("boundaryEvent").forEach(step -> listed(attached, step.tag().get("attachedToRef", ""))
                .add(step));
        steps("startEvent").forEach(step -> listed(starts, step.scope()).add(step));
    }

    private static <T> List<T> listed(Map<String, List<T>> lists, String key) {
        return lists.computeIfAbsent(key, first -> new ArrayList<>());
    }

    /** Null when the file is not one with exactly one process. */
    static @Nullable Diagram of(Tag root) {
        List<Tag> processes = root.all("bpmn:process").toList();
        return root.is("bpmn:definitions") && processes.size() == 1 ? new Diagram(root, processes.getFirst()) : null;
    }

    private void collect(Tag parent, String scope) {
        for (Tag tag : parent.children()) {
            if (STEPS.contains(tag.name()) && tag.id() != null) {
                steps.put(tag.id(), new Step(tag.id(), scope, tag));
                if (tag.is("bpmn:subProcess")) collect(tag, tag.id());
            }
            if (tag.is("bpmn:sequenceFlow")) flow(tag);
        }
    }

    private void flow(Tag tag) {
        Tag condition = tag.first("bpmn:conditionExpression");
        String id = tag.get("id", "");
        String text = condition == null ? null : condition.text();
        flows.put(id, new Flow(id, tag.get("sourceRef", ""), tag.get("targetRef", ""), tag.get("name", ""), text));
    }

    Tag root() {
        return root;
    }

    Tag process() {
        return process;
    }

    String key() {
        return process.get("id", "");
    }

    String name() {
        return process.get("name", key());
    }

    boolean isExecutable() {
        return "true".equals(process.get("isExecutable"));
    }

    Stream<Step> steps() {
        return steps.values().stream();
    }

    Stream<Step> steps(String type) {
        return steps().filter(step -> step.is(type));
    }

    @Nullable Step step(String id) {
        return steps.get(id);
    }

    Stream<Flow> flows() {
        return flows.values().stream();
    }

    List<Flow> from(Step step) {
        return leaving.getOrDefault(step.id(), List.of());
    }

    List<Flow> into(Step step) {
        return arriving.getOrDefault(step.id(), List.of());
    }

    /** Boundary events of a step. */
    List<Step> attachedTo(Step step) {
        return attached.getOrDefault(step.id(), List.of());
    }

    /** Start events of the process or of a subprocess. */
    List<Step> starts(String scope) {
        return starts.getOrDefault(scope, List.of());
    }

    /** The event an element waits for, by its logical name; null when it waits for none. */
    @Nullable String message(Tag tag) {
        Tag definition = tag.first("bpmn:messageEventDefinition");
        String reference = definition == null ? tag.get("messageRef") : definition.get("messageRef");
        return reference == null ? null : messages.get(reference);
    }

    /** Logical names of all events the diagram waits for. */
    Set<String> catches() {
        Set<String> names = new TreeSet<>();
        steps().map(Step::tag).map(this::message).filter(Objects::nonNull).forEach(names::add);
        return names;
    }

    /** Constants given to an action. */
    static Map<String, String> inputs(Step step) {
        Map<String, String> inputs = new LinkedHashMap<>();
        step.tag()
                .tree()
                .filter(t -> t.is("camunda:inputParameter"))
                .forEach(t -> inputs.put(t.get("name", ""), t.text()));
        return inputs;
    }

    static String documentation(Tag tag) {
        Tag documentation = tag.first("bpmn:documentation");
        return documentation == null ? "" : documentation.text();
    }
}
