package vn.caunoi.processes.studio;

import java.util.List;
import java.util.stream.Stream;

/**
 * Legal steps that a designer leaves out and says why: {@code <caunoi:waived step="…" reason="…"/>} in the extension elements
 * of the process.
 */
public final class Waivers {

    /** @param step id of a {@link LegalStep} of the process */
    public record Waiver(String step, String reason) {}

    private Waivers() {}

    /** Those of a file; empty when it cannot be read. */
    public static List<Waiver> of(byte[] xml) {
        try {
            Diagram diagram = Diagram.of(XmlReading.read(xml));
            return diagram == null ? List.of() : of(diagram);
        } catch (UnreadableModel unreadable) {
            return List.of();
        }
    }

    static List<Waiver> of(Diagram diagram) {
        return tags(diagram)
                .map(tag ->
                        new Waiver(tag.get("step", ""), tag.get("reason", "").strip()))
                .toList();
    }

    static Stream<Tag> tags(Diagram diagram) {
        return diagram.process().all("bpmn:extensionElements").flatMap(extensions -> extensions.all("caunoi:waived"));
    }
}
