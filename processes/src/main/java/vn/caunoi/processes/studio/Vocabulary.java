package vn.caunoi.processes.studio;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * The elements and attributes a model may have; everything else is an error, so that nothing runs that was not thought
 * of: no scripts, classes, listeners, connectors, expressions in steps, asynchronous steps, calls of other processes.
 */
final class Vocabulary {

    private static final Set<String> DRAWING = Set.of("bpmndi:", "dc:", "di:");
    private static final Set<String> OTHER_TOOLS = Set.of("modeler:", "bioc:", "color:");
    private static final Set<String> TEMPLATE = Set.of(
            "id", "name", "camunda:modelerTemplate", "camunda:modelerTemplateVersion", "camunda:modelerTemplateIcon");

    /** What each element may carry besides id and name. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry(
                    "bpmn:definitions",
                    Set.of(
                            "targetNamespace",
                            "exporter",
                            "exporterVersion",
                            "expressionLanguage",
                            "typeLanguage",
                            "xsi:schemaLocation")),
            entry("bpmn:collaboration", Set.of("isClosed")),
            entry("bpmn:participant", Set.of("processRef")),
            entry(
                    "bpmn:process",
                    Set.of(
                            "isExecutable",
                            "processType",
                            "isClosed",
                            "camunda:versionTag",
                            "camunda:historyTimeToLive")),
            entry("bpmn:laneSet", Set.of()),
            entry("bpmn:lane", Set.of()),
            entry("bpmn:flowNodeRef", Set.of()),
            entry("bpmn:message", Set.of()),
            entry("bpmn:startEvent", Set.of("isInterrupting")),
            entry("bpmn:endEvent", Set.of()),
            entry("bpmn:intermediateCatchEvent", Set.of("parallelMultiple")),
            entry("bpmn:boundaryEvent", Set.of("attachedToRef", "cancelActivity", "parallelMultiple")),
            entry("bpmn:messageEventDefinition", Set.of("messageRef")),
            entry("bpmn:timerEventDefinition", Set.of()),
            entry("bpmn:timeDate", Set.of("xsi:type")),
            entry("bpmn:timeDuration", Set.of("xsi:type")),
            entry("bpmn:terminateEventDefinition", Set.of()),
            entry("bpmn:userTask", Set.of("camunda:candidateGroups", "camunda:assignee", "camunda:formKey")),
            entry("bpmn:serviceTask", Set.of("camunda:type", "camunda:topic")),
            entry("bpmn:receiveTask", Set.of("messageRef")),
            entry("bpmn:subProcess", Set.of("triggeredByEvent")),
            entry("bpmn:exclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("bpmn:parallelGateway", Set.of("gatewayDirection")),
            entry("bpmn:inclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("bpmn:eventBasedGateway", Set.of("gatewayDirection", "eventGatewayType")),
            entry("bpmn:sequenceFlow", Set.of("sourceRef", "targetRef")),
            entry("bpmn:conditionExpression", Set.of("xsi:type")),
            entry("bpmn:incoming", Set.of()),
            entry("bpmn:outgoing", Set.of()),
            entry("bpmn:documentation", Set.of("textFormat")),
            entry("bpmn:extensionElements", Set.of()),
            entry("bpmn:textAnnotation", Set.of("textFormat")),
            entry("bpmn:text", Set.of()),
            entry("bpmn:association", Set.of("sourceRef", "targetRef", "associationDirection")),
            entry("bpmn:group", Set.of("categoryValueRef")),
            entry("bpmn:category", Set.of()),
            entry("bpmn:categoryValue", Set.of("value")),
            entry("camunda:properties", Set.of()),
            entry("camunda:property", Set.of("value")),
            entry("camunda:inputOutput", Set.of()),
            entry("camunda:inputParameter", Set.of()),
            entry("caunoi:form", Set.of()));

    private static final Set<String> PROSE = Set.of("bpmn:documentation", "bpmn:text", "caunoi:form");

    private Vocabulary() {}

    static void check(Tag tag, Problems problems) {
        if (DRAWING.stream().anyMatch(tag.name()::startsWith)) {
            tag.children().forEach(child -> check(child, problems));
            return;
        }
        Set<String> attributes = ELEMENTS.get(tag.name());
        if (attributes == null) {
            problems.error(
                    tag.id(), "element-not-allowed", "Line " + tag.line() + ": <" + tag.name() + "> is not allowed.");
            return;
        }
        tag.attributes().forEach((name, value) -> attribute(tag, name, value, attributes, problems));
        text(tag, problems);
        tag.children().forEach(child -> check(child, problems));
    }

    private static void attribute(Tag tag, String name, String value, Set<String> allowed, Problems problems) {
        if (OTHER_TOOLS.stream().anyMatch(name::startsWith)) return;
        if (!allowed.contains(name) && !TEMPLATE.contains(name)) {
            problems.error(
                    tag.id(),
                    "attribute-not-allowed",
                    "Line " + tag.line() + ": <" + tag.name() + "> may not have the attribute " + name + ".");
        }
        if (isExpression(value)) expression(tag, problems);
    }

    private static void text(Tag tag, Problems problems) {
        if (tag.is("bpmn:conditionExpression") || PROSE.contains(tag.name())) return;
        if (isExpression(tag.text())) expression(tag, problems);
    }

    private static void expression(Tag tag, Problems problems) {
        problems.error(
                tag.id(),
                "expression-not-allowed",
                "Line " + tag.line() + ": expressions stand in conditions only, not in <" + tag.name() + ">.");
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
