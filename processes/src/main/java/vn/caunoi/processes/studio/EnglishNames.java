package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a designer called the tasks of a diagram in English. */
public final class EnglishNames {

    private EnglishNames() {}

    /**
     * @return by the id of the step and the name it has in the diagram, parted by a line's end; nothing of what cannot be read
     */
    public static Map<String, String> of(String xml) {
        Map<String, String> names = new HashMap<>();
        try {
            Diagram diagram = Diagram.of(XmlReading.read(xml.getBytes(StandardCharsets.UTF_8)));
            if (diagram != null) {
                diagram.steps("userTask")
                        .filter(task -> task.tag().get(NameRule.ENGLISH) != null)
                        .forEach(task -> names.put(
                                key(task.id(), task.name()), task.tag().get(NameRule.ENGLISH, "")));
            }
            return names;
        } catch (UnreadableModel unreadable) {
            return Map.of();
        }
    }

    /** By which the name of a step is found. */
    public static String key(String step, String name) {
        return step + "\n" + name;
    }
}
