package vn.caunoi.processes.engine;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * The elements and attributes a diagram may hold, one list for the check before publishing and for the engine's own
 * reading, so that nothing runs that was not thought of: no scripts, classes, listeners, connectors, expressions in
 * steps, forms of the engine, asynchronous steps, retries, calls of other processes, several instances, signals, errors.
 * Names carry the prefixes {@code bpmn:}, {@code camunda:}, {@code caunoi:} and {@code xsi:}; attributes without a name
 * space have none.
 */
public final class Vocabulary {

    /** Of every element. */
    private static final Set<String> EVERYWHERE = Set.of(
            "id", "name", "camunda:modelerTemplate", "camunda:modelerTemplateVersion", "camunda:modelerTemplateIcon");

    /** What each element may carry besides. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry("bpmn:definitions", Set.of("targetNamespace", "exporter", "exporterVersion", "xsi:schemaLocation")),
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
            entry("bpmn:intermediateCatchEvent", Set.of("caunoi:ground", "caunoi:citizen", "caunoi:citizen-en")),
            entry("bpmn:boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
            entry("bpmn:messageEventDefinition", Set.of("messageRef")),
            entry("bpmn:timerEventDefinition", Set.of()),
            entry("bpmn:timeDate", Set.of("xsi:type")),
            entry("bpmn:timeDuration", Set.of("xsi:type")),
            entry("bpmn:terminateEventDefinition", Set.of()),
            entry(
                    "bpmn:userTask",
                    Set.of(
                            "camunda:candidateGroups",
                            "camunda:assignee",
                            "camunda:formKey",
                            "caunoi:citizen",
                            "caunoi:citizen-en",
                            "caunoi:name-en")),
            entry("bpmn:serviceTask", Set.of("camunda:type", "camunda:topic")),
            entry("bpmn:receiveTask", Set.of("messageRef", "caunoi:citizen", "caunoi:citizen-en")),
            entry("bpmn:subProcess", Set.of("triggeredByEvent", "caunoi:citizen", "caunoi:citizen-en")),
            entry("bpmn:exclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("bpmn:parallelGateway", Set.of("gatewayDirection")),
            entry("bpmn:inclusiveGateway", Set.of("default", "gatewayDirection")),
            entry(
                    "bpmn:eventBasedGateway",
                    Set.of("gatewayDirection", "eventGatewayType", "caunoi:citizen", "caunoi:citizen-en")),
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
            entry("caunoi:form", Set.of()),
            entry("caunoi:waived", Set.of("step", "reason")));

    /** Allowed everywhere, but only with the value that the schema fills in by itself. */
    private static final Map<String, Set<String>> DEFAULTS = Map.of(
            "isForCompensation", Set.of("false"),
            "startQuantity", Set.of("1"),
            "completionQuantity", Set.of("1"),
            "instantiate", Set.of("false"),
            "parallelMultiple", Set.of("false"),
            "implementation", Set.of("##WebService", "##unspecified"),
            "expressionLanguage", Set.of("http://www.w3.org/1999/XPath"),
            "typeLanguage", Set.of("http://www.w3.org/2001/XMLSchema"));

    /** What people write; no expression is read from it. */
    private static final Set<String> PROSE = Set.of("bpmn:documentation", "bpmn:text", "caunoi:form");

    private Vocabulary() {}

    public static boolean knows(String element) {
        return ELEMENTS.containsKey(element);
    }

    /** Whether a known element may have the attribute with this value; expressions are another matter. */
    public static boolean allows(String element, String attribute, String value) {
        return EVERYWHERE.contains(attribute)
                || ELEMENTS.getOrDefault(element, Set.of()).contains(attribute)
                || DEFAULTS.getOrDefault(attribute, Set.of()).contains(value);
    }

    /** Whether the text of the element may hold an expression: a condition is one, prose is not read. */
    public static boolean mayHoldExpression(String element) {
        return element.equals("bpmn:conditionExpression") || PROSE.contains(element);
    }

    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
