package vn.caunoi.processes.studio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.caunoi.core.directory.Role;

/** How the models of the house use forms and actions: what a ready step begins with. */
final class ShippedUse {

    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> inputs = new LinkedHashMap<>();

    static ShippedUse read() {
        ShippedUse use = new ShippedUse();
        ShippedModels.KEYS.forEach(key -> use.take(ShippedModels.xml(key)));
        return use;
    }

    private void take(byte[] xml) {
        try {
            Diagram diagram = Objects.requireNonNull(Diagram.of(XmlReading.read(xml)));
            diagram.steps("userTask").forEach(task -> {
                Tag tag = task.tag();
                groups.putIfAbsent(
                        tag.get("camunda:formKey", task.id()),
                        tag.get("camunda:candidateGroups", Role.OFFICER.group()));
            });
            diagram.steps("serviceTask")
                    .forEach(task -> inputs.putIfAbsent(task.tag().get("camunda:topic", ""), Diagram.inputs(task)));
        } catch (UnreadableModel e) {
            throw new IllegalStateException("a shipped model cannot be read", e);
        }
    }

    /** Who works with a form, mostly. */
    String group(String form) {
        return groups.getOrDefault(form, Role.OFFICER.group());
    }

    /** Inputs of an action as they are used first. */
    Map<String, String> inputs(String topic) {
        return inputs.getOrDefault(topic, Map.of());
    }
}
