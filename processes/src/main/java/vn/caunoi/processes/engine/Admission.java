package vn.caunoi.processes.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses what is not in the {@link Vocabulary} whenever the engine reads a diagram, even one that came into the
 * engine's tables past every other check.
 */
final class Admission {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "bpmn:",
            CAMUNDA,
            "camunda:",
            "https://caunoi.vn/schema/bpmn",
            "caunoi:",
            "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:");

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private Admission() {}

    /** @throws RefusedDiagram naming the first thing that is not known */
    static void check(Element element) {
        if (DRAWING.contains(element.getUri())) return;
        String name = PREFIXES.getOrDefault(element.getUri(), "") + element.getTagName();
        if (!Vocabulary.knows(name)) throw refused(element, "is not known");
        element.attributes().forEach(attribute -> checkAttribute(element, name, attribute));
        checkText(element, name);
        element.elements().forEach(Admission::check);
    }

    private static void checkAttribute(Element element, String name, String attribute) {
        String value = element.attribute(attribute);
        String known = prefixed(attribute);
        if (Vocabulary.allows(name, known, value)) {
            if (Vocabulary.isExpression(value)) throw refused(element, "has an expression in " + known);
        } else if (isRead(attribute)) {
            throw refused(element, "has " + known + ", which is not known");
        }
    }

    private static void checkText(Element element, String name) {
        String text = element.getText().strip();
        boolean condition = name.equals("bpmn:conditionExpression");
        if (condition && !(text.startsWith("${") && text.endsWith("}"))) throw refused(element, "is no condition");
        if (!Vocabulary.mayHoldExpression(name) && Vocabulary.isExpression(text)) {
            throw refused(element, "has an expression in it");
        }
    }

    /** Attributes of other tools are not read by the engine; those without a name space and of Camunda are. */
    private static boolean isRead(String attribute) {
        return attribute.lastIndexOf(':') < 0
                || attribute.startsWith(CAMUNDA)
                || attribute.contains("activiti")
                || prefixed(attribute).startsWith("bpmn:");
    }

    private static String prefixed(String attribute) {
        int colon = attribute.lastIndexOf(':');
        String prefix = colon < 0 ? null : PREFIXES.get(attribute.substring(0, colon));
        return prefix == null ? attribute : prefix + attribute.substring(colon + 1);
    }

    private static RefusedDiagram refused(Element element, String why) {
        String id = element.attribute("id");
        return new RefusedDiagram("Line " + element.getLine() + ": <" + element.getTagName() + ">"
                + (id == null ? " " : " \"" + id + "\" ") + why);
    }
}
