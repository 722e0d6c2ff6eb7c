package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.processes.studio.Publishing;

/** What a designer changes, running cases keep and new ones follow. */
class DesignedPathsTest extends Paths {

    private static final String STEP = """
            <bpmn:documentation>Deliver the written guidance or the notice of transfer.</bpmn:documentation>
            <bpmn:extensionElements>
              <caunoi:form xmlns:caunoi="https://caunoi.vn/schema/bpmn">
                {"id": "survey", "outcomes": [{"id": "asked", "label": "Đã hỏi", "fields": [
                  {"id": "deliveredOn", "label": "Ngày trao", "type": "date", "required": true},
                  {"id": "satisfied", "label": "Hài lòng?", "type": "boolean", "required": true}]}]}
              </caunoi:form>
            </bpmn:extensionElements>""";

    @Autowired
    private Publishing publishing;

    @AfterEach
    void the_shipped_model_is_the_newest_again() throws IOException {
        publishing.publish(shipped().getBytes(StandardCharsets.UTF_8), "designer1");
    }

    @Test
    void a_step_that_no_code_knows_is_asked_for_and_done() throws IOException {
        publish(shipped()
                .replaceAll("(?s)<bpmn:documentation>Deliver the written.*?</bpmn:documentation>", STEP)
                .replace("camunda:formKey=\"deliver-notice\"", "camunda:formKey=\"survey\""));
        var petition = handIn(Kind.FEEDBACK).guideAt("classify").waitsFor("deliver-notice");
        assertThat(petition.task("deliver-notice").form().id()).isEqualTo("survey");
        petition.done("deliver-notice", "asked", "deliveredOn", petition.today(), "satisfied", "true")
                .isClosedAs(ClosingGround.GUIDED);
    }

    @Test
    void a_running_case_keeps_the_version_it_started_with() throws IOException {
        var before = handIn(Kind.FEEDBACK);
        publish(shipped().replace("name=\"Gửi văn bản trả lời\"", "name=\"Trao văn bản\""));
        var after = handIn(Kind.FEEDBACK);
        assertThat(before.guideAt("classify").task("deliver-notice").name()).isEqualTo("Gửi văn bản trả lời");
        assertThat(after.guideAt("classify").task("deliver-notice").name()).isEqualTo("Trao văn bản");
        assertThat(version(after)).isGreaterThan(version(before));
    }

    private static int version(PetitionCase petition) {
        return petition.events(ProcessStarted.class).findFirst().orElseThrow().version();
    }

    private void publish(String model) {
        assertThat(publishing.publish(model.getBytes(StandardCharsets.UTF_8), "designer1"))
                .isInstanceOf(Publishing.Published.class);
    }

    private static String shipped() throws IOException {
        try (InputStream in = DesignedPathsTest.class.getResourceAsStream("/models/petition-intake.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
