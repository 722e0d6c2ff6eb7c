package vn.caunoi.processes.engine;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The elements and attributes that the engine reads at all. What is not listed is refused when a diagram is read, even
 * one that came into the engine's tables past every other check: scripts, classes, expressions in steps, listeners,
 * connectors, forms of the engine, asynchronous steps, retries, call activities, several instances, signals, errors.
 */
final class Vocabulary {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Forms that come with a model; the engine does not read them. */
    private static final String FORMS = "https://caunoi.vn/schema/bpmn";

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
    private static final Set<String> TEMPLATE =
            Set.of("id", "camunda:modelerTemplate", "camunda:modelerTemplateVersion", "camunda:modelerTemplateIcon");

    /** What each BPMN element may carry besides id and name. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry("definitions", Set.of("targetNamespace", "exporter", "exporterVersion")),
            entry("collaboration", Set.of("isClosed")),
            entry("participant", Set.of("processRef")),
            entry(
                    "process",
                    Set.of(
                            "isExecutable",
                            "processType",
                            "isClosed",
                            "camunda:versionTag",
                            "camunda:historyTimeToLive")),
            entry("laneSet", Set.of()),
            entry("lane", Set.of()),
            entry("flowNodeRef", Set.of()),
            entry("message", Set.of()),
            entry("startEvent", Set.of("isInterrupting")),
            entry("endEvent", Set.of()),
            entry("intermediateCatchEvent", Set.of()),
            entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
            entry("messageEventDefinition", Set.of("messageRef")),
            entry("timerEventDefinition", Set.of()),
            entry("timeDate", Set.of("xsi:type")),
            entry("timeDuration", Set.of("xsi:type")),
            entry("terminateEventDefinition", Set.of()),
            entry("userTask", Set.of("camunda:candidateGroups", "camunda:assignee", "camunda:formKey")),
            entry("serviceTask", Set.of("camunda:type", "camunda:topic")),
            entry("receiveTask", Set.of("messageRef")),
            entry("subProcess", Set.of("triggeredByEvent")),
            entry("exclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("parallelGateway", Set.of("gatewayDirection")),
            entry("inclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("eventBasedGateway", Set.of("gatewayDirection", "eventGatewayType")),
            entry("sequenceFlow", Set.of("sourceRef", "targetRef")),
            entry("conditionExpression", Set.of("xsi:type")),
            entry("incoming", Set.of()),
            entry("outgoing", Set.of()),
            entry("documentation", Set.of("textFormat")),
            entry("extensionElements", Set.of()),
            entry("textAnnotation", Set.of("textFormat")),
            entry("text", Set.of()),
            entry("association", Set.of("sourceRef", "targetRef", "associationDirection")),
            entry("group", Set.of("categoryValueRef")),
            entry("category", Set.of()),
            entry("categoryValue", Set.of("value")));

    /** Defaults that the schema fills in by itself. */
    private static final Map<String, Set<String>> DEFAULTS = Map.of(
            "isForCompensation", Set.of("false"),
            "startQuantity", Set.of("1"),
            "completionQuantity", Set.of("1"),
            "instantiate", Set.of("false"),
            "parallelMultiple", Set.of("false"),
            "implementation", Set.of("##WebService", "##unspecified"),
            "expressionLanguage", Set.of("http://www.w3.org/1999/XPath"),
            "typeLanguage", Set.of("http://www.w3.org/2001/XMLSchema"));

    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "properties", Set.of(),
            "property", Set.of("value"),
            "inputOutput", Set.of(),
            "inputParameter", Set.of());

    private Vocabulary() {}

    /** @throws RefusedDiagram naming the first thing that is not known */
    static void check(Element element) {
        String uri = element.getUri();
        if (DRAWING.contains(uri) || FORMS.equals(uri)) return;
        Map<String, Set<String>> known = BPMN.equals(uri) ? ELEMENTS : CAMUNDA.equals(uri) ? EXTENSIONS : Map.of();
        Set<String> attributes = known.get(element.getTagName());
        if (attributes == null) throw refused(element, "is not known");
        element.attributes().forEach(name -> checkAttribute(element, name, attributes));
        checkText(element);
        element.elements().forEach(Vocabulary::check);
    }

    private static void checkAttribute(Element element, String name, Set<String> allowed) {
        String known = shortened(name);
        if (known.equals("id") || known.equals("name") || allowed.contains(known) || TEMPLATE.contains(known)) {
            if (isExpression(element.attribute(name))) throw refused(element, "has an expression in " + known);
            return;
        }
        if (DEFAULTS.getOrDefault(known, Set.of()).contains(element.attribute(name))) return;
        if (readByEngine(name)) throw refused(element, "has " + known + ", which is not known");
    }

    private static void checkText(Element element) {
        boolean condition = element.getTagName().equals("conditionExpression");
        boolean prose = element.getTagName().equals("documentation")
                || element.getTagName().equals("text");
        String text = element.getText().strip();
        if (condition && !(text.startsWith("${") && text.endsWith("}"))) throw refused(element, "is no condition");
        if (!condition && !prose && isExpression(text)) throw refused(element, "has an expression in it");
    }

    /** Attributes of other tools are not read by the engine; those without a name space and of Camunda are. */
    private static boolean readByEngine(String name) {
        int colon = name.lastIndexOf(':');
        return colon < 0 || name.startsWith(CAMUNDA) || name.contains("activiti") || name.startsWith(BPMN);
    }

    private static String shortened(String name) {
        return name.replace(CAMUNDA + ":", "camunda:").replace("http://www.w3.org/2001/XMLSchema-instance:", "xsi:");
    }

    private static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    private static RefusedDiagram refused(Element element, String why) {
        String id = element.attribute("id");
        return new RefusedDiagram("Line " + element.getLine() + ": <" + element.getTagName() + ">"
                + (id == null ? " " : " \"" + id + "\" ") + why);
    }
}
