package vn.caunoi.ops.bench.work;

import java.nio.charset.StandardCharsets;

/**
 * The process both sides run: a deadline is set, five user tasks follow one another, the case is closed; messages about
 * deadlines, a withdrawal and another kind are listened for all the time, as in the shipped processes.
 */
public final class Model {
    public static final int STAGES = 5;
    public static final String KEY = "petition-intake";
    public static final String OUTCOME = "done";

    private static final String FORM = """
            <bpmn:extensionElements><caunoi:form xmlns:caunoi="https://caunoi.vn/schema/bpmn">
              {"id": "stage%1$d", "outcomes": [{"id": "done", "label": "Xong", "fields": [
                {"id": "checked", "label": "Đã xem xét", "type": "boolean", "required": true}]}]}
            </caunoi:form></bpmn:extensionElements>""";

    private Model() {}

    /** With actions and forms, for the designer's desk. */
    public static byte[] ours() {
        return of(
                action("set-deadline", "stage", "process", "basis", "RECEIVED"),
                action("close-petition", "ground", "ANSWERED"),
                action("notify", "template", "deadline-approaching", "to", "assigned"),
                action("escalate", "level", "1", "cause", "deadline-missed"),
                FORM);
    }

    /** What stands behind an action is the application's there; it does nothing, in favour of the peer. */
    public static byte[] peers() {
        String nothing = " camunda:expression=\"${true}\">";
        return of(nothing, nothing, nothing, nothing, "");
    }

    /** Instead of a message about the missed deadline, a timer for each case. */
    static byte[] peersWithTimer() {
        String model = new String(peers(), StandardCharsets.UTF_8);
        return model.replaceAll(
                        "<bpmn:messageEventDefinition\\s+id=\"missed-message\"[^>]*/>",
                        "<bpmn:timerEventDefinition id=\"missed-timer\"><bpmn:timeDuration>P30D</bpmn:timeDuration>"
                                + "</bpmn:timerEventDefinition>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String action(String topic, String... inputs) {
        StringBuilder all = new StringBuilder(" camunda:type=\"external\" camunda:topic=\"" + topic
                + "\"><bpmn:extensionElements><camunda:inputOutput>");
        for (int n = 0; n < inputs.length; n += 2)
            all.append("<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                    .formatted(inputs[n], inputs[n + 1]));
        return all.append("</camunda:inputOutput></bpmn:extensionElements>").toString();
    }

    private static byte[] of(String deadline, String close, String remind, String escalate, String form) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="bench" targetNamespace="https://caunoi.vn/bpmn">
                  <bpmn:process id="petition-intake" name="Năm bước" isExecutable="true">
                    <bpmn:extensionElements>
                      <caunoi:waived xmlns:caunoi="https://caunoi.vn/schema/bpmn" step="classification" reason="Đo tốc độ" />
                    </bpmn:extensionElements>
                    <bpmn:startEvent id="received" name="Đã nhận" />
                    <bpmn:serviceTask id="set-limit" name="Đặt hạn\"""").append(deadline).append("</bpmn:serviceTask>");
        flow(xml, "received", "set-limit");
        String before = "set-limit";
        for (int stage = 1; stage <= STAGES; stage++) {
            String task = "stage" + stage;
            xml.append("<bpmn:userTask id=\"%1$s\" name=\"Bước %2$d\" camunda:formKey=\"%1$s\"".formatted(task, stage));
            xml.append(" camunda:candidateGroups=\"officer\">")
                    .append(form.formatted(stage))
                    .append("</bpmn:userTask>");
            flow(xml, before, task);
            before = task;
        }
        xml.append("<bpmn:serviceTask id=\"close-case\" name=\"Kết thúc\"")
                .append(close)
                .append("</bpmn:serviceTask><bpmn:endEvent id=\"closed\" name=\"Đã kết thúc\" />");
        flow(xml, before, "close-case");
        flow(xml, "close-case", "closed");
        listening(xml, "approaching", "deadline-approaching", false, remind);
        listening(xml, "missed", "deadline-missed", false, escalate);
        listening(xml, "withdrawn", "withdrawn", true, close);
        listening(xml, "reclassified", "reclassified", true, remind);
        xml.append("</bpmn:process>");
        for (String message : new String[] {"deadline-approaching", "deadline-missed", "withdrawn", "reclassified"})
            xml.append("<bpmn:message id=\"message-%1$s\" name=\"petition.%1$s\" />".formatted(message));
        return xml.append("</bpmn:definitions>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void flow(StringBuilder xml, String from, String to) {
        xml.append(
                "<bpmn:sequenceFlow id=\"%1$s-to-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\" />".formatted(from, to));
    }

    private static void listening(StringBuilder xml, String id, String message, boolean ends, String action) {
        xml.append("""
                <bpmn:subProcess id="when-%1$s" name="Khi %1$s" triggeredByEvent="true">
                <bpmn:startEvent id="%1$s-told" name="%1$s" isInterrupting="%3$s"><bpmn:messageEventDefinition
                    id="%1$s-message" messageRef="message-%2$s" /></bpmn:startEvent>
                <bpmn:serviceTask id="%1$s-action" name="%1$s\"""".formatted(id, message, ends))
                .append(action)
                .append("</bpmn:serviceTask><bpmn:endEvent id=\"%1$s-done\" name=\"Xong\" />".formatted(id));
        flow(xml, id + "-told", id + "-action");
        flow(xml, id + "-action", id + "-done");
        xml.append("</bpmn:subProcess>");
    }
}
