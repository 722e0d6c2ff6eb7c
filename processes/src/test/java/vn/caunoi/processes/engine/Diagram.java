package vn.caunoi.processes.engine;

/** Small diagrams for tests, without drawing. */
public final class Diagram {

    private Diagram() {}

    /** A process with the given content; {@code message.x} elements are declared for every event name given. */
    public static String process(String key, String content, String... events) {
        StringBuilder messages = new StringBuilder();
        for (String event : events) {
            messages.append("<bpmn:message id=\"m-%s\" name=\"%s\"/>".formatted(event, event));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions" targetNamespace="https://caunoi.vn">
                %s
                <bpmn:process id="%s" isExecutable="true">
                %s
                </bpmn:process>
                </bpmn:definitions>
                """.formatted(messages, key, content);
    }

    public static String start(String id) {
        return "<bpmn:startEvent id=\"%s\"/>".formatted(id);
    }

    public static String end(String id) {
        return "<bpmn:endEvent id=\"%s\"/>".formatted(id);
    }

    public static String task(String id) {
        return "<bpmn:userTask id=\"%s\" name=\"%s\" camunda:candidateGroups=\"officer\"/>".formatted(id, id);
    }

    /** For the reception desk, with a form of one outcome. */
    public static String desk(String id) {
        return "<bpmn:userTask id=\"%s\" name=\"%s\" camunda:candidateGroups=\"clerk\" camunda:formKey=\"deliver-notice\"/>"
                .formatted(id, id);
    }

    /** @param inputs name, value, name, value … */
    public static String action(String id, String topic, String... inputs) {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < inputs.length; i += 2) {
            parameters.append("<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                    .formatted(inputs[i], inputs[i + 1]));
        }
        String mapping = inputs.length == 0
                ? ""
                : "<bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>"
                        .formatted(parameters);
        return "<bpmn:serviceTask id=\"%s\" camunda:type=\"external\" camunda:topic=\"%s\">%s</bpmn:serviceTask>"
                .formatted(id, topic, mapping);
    }

    public static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s--%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(from, to, from, to);
    }

    public static String flow(String from, String to, String condition) {
        return """
                <bpmn:sequenceFlow id="%s--%s" sourceRef="%s" targetRef="%s">
                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${%s}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>""".formatted(from, to, from, to, escaped(condition));
    }

    public static String catching(String id, String event) {
        return "<bpmn:intermediateCatchEvent id=\"%s\"><bpmn:messageEventDefinition id=\"%s-def\" messageRef=\"m-%s\"/></bpmn:intermediateCatchEvent>"
                .formatted(id, id, event);
    }

    public static String timer(String id, String duration) {
        return """
                <bpmn:intermediateCatchEvent id="%s"><bpmn:timerEventDefinition id="%s-def">
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""".formatted(id, id, duration);
    }

    /** On the boundary of a step, which it interrupts. */
    public static String timerOn(String id, String step, String duration) {
        return """
                <bpmn:boundaryEvent id="%s" attachedToRef="%s"><bpmn:timerEventDefinition id="%s-def">
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:boundaryEvent>""".formatted(id, step, id, duration);
    }

    /** An event subprocess: content between its start {@code id-start} and whatever the content ends with. */
    public static String whenever(String id, boolean interrupting, String event, String content) {
        return """
                <bpmn:subProcess id="%s" triggeredByEvent="true">
                <bpmn:startEvent id="%s-start" isInterrupting="%s">
                <bpmn:messageEventDefinition id="%s-def" messageRef="m-%s"/></bpmn:startEvent>
                %s
                </bpmn:subProcess>""".formatted(id, id, interrupting, id, event, content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
