package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.processes.studio.Examples;
import vn.caunoi.processes.studio.ModelCheck;
import vn.caunoi.processes.studio.Palette;
import vn.caunoi.processes.studio.Problem;

/** Designers with a modeler on their desk get the steps of the house as element templates. */
class StudioTemplatesTest extends RunningApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FLOW =
            "<bpmn:sequenceFlow id=\"begun-to-answer\" sourceRef=\"begun\" targetRef=\"answer\" />";

    @LocalServerPort
    private int port;

    @Autowired
    private ModelCheck check;

    @Autowired
    private Palette palette;

    @Test
    void every_template_makes_a_step_that_passes_the_check() {
        String json = new PageVisitor(port)
                .as("designer1")
                .get("/studio/templates.json")
                .expect(200)
                .html();
        JsonNode templates = JSON.readTree(json);
        assertThat(templates.size())
                .isEqualTo(palette.forms().size() + palette.actions().size());
        for (JsonNode template : templates) {
            assertThat(template.path("$schema").asString()).contains("element-templates-json-schema");
            assertThat(template.path("name").asString()).isNotBlank().doesNotContain("??");
            assertThat(check.check(with(template).getBytes(StandardCharsets.UTF_8)))
                    .as(template.path("id").asString())
                    .noneMatch(Problem::isError);
        }
        new PageVisitor(port).as("officer1").get("/studio/templates.json").expect(403);
    }

    /** The least example with such a step before its own, as a modeler writes it. */
    private static String with(JsonNode template) {
        StringBuilder attributes = new StringBuilder(
                " camunda:modelerTemplate=\"" + template.path("id").asString() + "\"");
        StringBuilder inputs = new StringBuilder();
        for (JsonNode property : template.path("properties")) {
            String value = HtmlUtils.htmlEscape(property.path("value").asString(""), "UTF-8");
            JsonNode binding = property.path("binding");
            String name = binding.path("name").asString();
            if (value.isEmpty()) continue;
            if (binding.path("type").asString().equals("property")) {
                attributes.append(" ").append(name).append("=\"").append(value).append("\"");
            } else {
                inputs.append("<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>".formatted(name, value));
            }
        }
        String sort = template.path("appliesTo").get(0).asString();
        String element = sort.substring(0, 5) + Character.toLowerCase(sort.charAt(5)) + sort.substring(6);
        String extension = inputs.isEmpty()
                ? ""
                : "<bpmn:extensionElements><camunda:inputOutput>" + inputs
                        + "</camunda:inputOutput></bpmn:extensionElements>";
        String step = "<" + element + " id=\"ready\"" + attributes + ">" + extension
                + "<bpmn:incoming>begun-to-answer</bpmn:incoming><bpmn:outgoing>ready-to-answer</bpmn:outgoing></"
                + element + ">";
        String example = Examples.xml("minimal").orElseThrow();
        assertThat(example).contains(FLOW);
        return example.replace(
                        FLOW,
                        step + FLOW.replace("targetRef=\"answer\"", "targetRef=\"ready\"")
                                + "<bpmn:sequenceFlow id=\"ready-to-answer\" sourceRef=\"ready\" targetRef=\"answer\" />")
                .replace(
                        "<bpmn:incoming>begun-to-answer</bpmn:incoming>\n      <bpmn:outgoing>answer-to-how",
                        "<bpmn:incoming>ready-to-answer</bpmn:incoming>\n      <bpmn:outgoing>answer-to-how");
    }
}
