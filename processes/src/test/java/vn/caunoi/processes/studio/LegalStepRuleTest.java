package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormCatalogue;

class LegalStepRuleTest {

    private static final String COMPLAINT = new String(Shipped.xml("complaint"), StandardCharsets.UTF_8);
    private static final String DENUNCIATION = new String(Shipped.xml("denunciation"), StandardCharsets.UTF_8);
    private static final String EXTENSION =
            "<bpmn:extensionElements xmlns:caunoi=\"https://caunoi.vn/schema/bpmn\">%s</bpmn:extensionElements>";

    private final ModelCheck check = new ModelCheck(FormCatalogue.shipped());

    @Test
    void every_word_of_the_table_is_known() {
        assertThat(LegalSteps.all()).hasSizeGreaterThan(40).allSatisfy(step -> {
            assertThat(Shipped.KEYS).contains(step.process());
            assertThat(step.law()).isNotBlank();
            List.of(step.after(), step.by(), step.before()).forEach(words -> words.stream()
                    .filter(word -> word.startsWith("act:"))
                    .forEach(word -> assertThat(Act.valueOf(word.substring(4))).isNotNull()));
            assertThat(LegalSteps.of(step.process()).stream().map(LegalStep::id))
                    .doesNotHaveDuplicates();
        });
    }

    /** The flow that led into a step leads past it, so that the step is gone from a way, and with it the step of the law. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "complaint,     demand-and-finding, convene-dialogue,    ready-to-resolve,       dialogue",
        "complaint,     approve-resolution, after-approval,      issue-resolution,       decision-of-the-head",
        "complaint,     send-resolution,    publish,             close,                  publication",
        "complaint,     set-publication-deadline, send-resolution, publish,              delivery",
        "complaint,     after-decision,     deliver-notice,      how-refused,            refusal-told",
        "complaint,     assign,             verify,              demand-and-finding,     verification",
        "complaint,     was-accepted,       terminate,           close-withdrawn,        termination",
        "denunciation,  after-decision,     deliver-refusal,     outcome-known,          refusal-told",
        "denunciation,  verify-denunciation, report-verification, conclude-denunciation, verification-report",
        "denunciation,  send-conclusion,    handle-conclusion,   publish-conclusion,     conclusion-handled",
        "denunciation,  owes-reply,         reply-sender,        how-decided,            sender-answered",
        "feedback,      approve-answer,     after-approval,      send-answer,            -",
        "petition-intake, after-classify,   deliver-notice,      how-passed-on,          sender-told",
        "protection,    after-decision,     end-protection,      ended,                  protection-end"
    })
    void a_way_past_a_step_of_the_law_is_told(String key, String from, String past, String to, String step) {
        String xml = new String(Shipped.xml(key), StandardCharsets.UTF_8)
                .replace(
                        "sourceRef=\"" + from + "\" targetRef=\"" + past + "\"",
                        "sourceRef=\"" + from + "\" targetRef=\"" + to + "\"");
        List<String> told = new Asked(xml).missing();
        if (step.equals("-")) assertThat(told).isEmpty();
        else assertThat(told).contains(step);
    }

    @Test
    void a_clerk_does_not_see_who_denounced() {
        String open = DENUNCIATION.replaceFirst(
                "camunda:formKey=\"check-denunciation\" camunda:candidateGroups=\"officer\"",
                "camunda:formKey=\"check-denunciation\" camunda:candidateGroups=\"clerk\"");
        assertThat(check.check(bytes(open))).singleElement().satisfies(problem -> {
            assertThat(problem.element()).isEqualTo("check-denunciation");
            assertThat(problem.fix())
                    .isEqualTo(new Problem.Fix("check-denunciation", "camunda:candidateGroups", "officer"));
        });
    }

    @Test
    void a_redrawn_diagram_with_other_ids_keeps_the_law() {
        String redrawn = COMPLAINT
                .replace("\"verify\"", "\"Activity_1\"")
                .replace("camunda:formKey=\"Activity_1\"", "camunda:formKey=\"verify\"")
                .replace(">verify<", ">Activity_1<")
                .replace("#verify", "#Activity_1");
        assertThat(check.check(bytes(redrawn))).noneMatch(Problem::isError);
    }

    @Test
    void a_step_is_waived_with_a_reason_only() {
        String without = COMPLAINT.replace(
                "sourceRef=\"send-resolution\" targetRef=\"publish\"",
                "sourceRef=\"send-resolution\" targetRef=\"close\"");
        assertThat(new Asked(without).missing()).containsExactly("publication");
        assertThat(legal(waiving(without, "<caunoi:waived step=\"publication\" reason=\"NĐ 124 Đ29.4\"/>")))
                .isEmpty();
        assertThat(rules(waiving(COMPLAINT, "<caunoi:waived step=\"publication\" reason=\" \"/>")))
                .containsExactly("waiver");
        assertThat(rules(waiving(COMPLAINT, "<caunoi:waived step=\"tea\" reason=\"x\"/>")))
                .containsExactly("waiver");
        String twice = "<caunoi:waived step=\"publication\" reason=\"x\"/>";
        assertThat(rules(waiving(COMPLAINT, twice + twice))).containsExactly("waiver");
    }

    @Test
    void a_process_with_a_key_of_its_own_owes_nothing() {
        String own = new String(Examples.xml("minimal").orElseThrow());
        assertThat(rules(own)).isEmpty();
        assertThat(LegalSteps.of("short-answer")).isEmpty();
    }

    @Test
    void a_diagram_with_more_ways_than_can_be_looked_through_is_told_so_soon() {
        StringBuilder many = new StringBuilder(
                        "<startEvent id='s'/><endEvent id='e'/><userTask id='t' camunda:formKey='f'/>")
                .append("<exclusiveGateway id='g0' default='w0'/>")
                .append(flow("a", "s", "t", ""))
                .append(flow("b", "t", "g0", ""));
        StringBuilder outcomes = new StringBuilder();
        for (int way = 0; way < 500; way++) {
            outcomes.append(way == 0 ? "" : ",").append("{\"id\":\"o" + way + "\"}");
            many.append(flow("w" + way, "g0", "g1", way == 0 ? "" : "${outcome == 'o" + way + "'}"));
        }
        for (int step = 1; step < 200; step++) {
            many.append("<exclusiveGateway id='g" + step + "'/>")
                    .append(flow("c" + step, "g" + step, step == 199 ? "e" : "g" + (step + 1), ""));
        }
        String xml = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:x'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:h='https://caunoi.vn/schema/bpmn'>"
                + "<process id='complaint' name='p' isExecutable='true'><extensionElements><h:form>{\"id\":\"f\",\"outcomes\":["
                + outcomes + "]}</h:form></extensionElements>" + many + "</process></definitions>";
        List<String> told = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new Asked(xml).missing());
        assertThat(told).anyMatch(message -> message.startsWith("There are too many ways"));
    }

    private static String flow(String id, String from, String to, String condition) {
        return "<sequenceFlow id='" + id + "' sourceRef='" + from + "' targetRef='" + to + "'>"
                + (condition.isEmpty() ? "" : "<conditionExpression>" + condition + "</conditionExpression>")
                + "</sequenceFlow>";
    }

    @Test
    void an_error_is_told_among_however_many_warnings() {
        Problems problems = new Problems();
        for (int i = 0; i < 500; i++) problems.warning("e" + i, "not-drawn", Sentence.NOT_DRAWN_STEP.of());
        problems.error("x", "legal-step", Sentence.UNREACHABLE.of());
        assertThat(problems.all()).hasSize(200).anyMatch(Problem::isError);
    }

    private static String waiving(String xml, String waivers) {
        return xml.replaceFirst("<bpmn:laneSet", EXTENSION.formatted(waivers) + "<bpmn:laneSet");
    }

    private List<String> legal(String xml) {
        return rules(xml).stream()
                .filter(rule -> rule.equals("legal-step") || rule.equals("waiver"))
                .toList();
    }

    private List<String> rules(String xml) {
        return check.check(bytes(xml)).stream().map(Problem::rule).distinct().toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Asks the rule alone: a step that nothing leads to any more is told by others. */
    private record Asked(String xml) {
        List<String> missing() {
            try {
                Problems problems = new Problems();
                Diagram diagram = java.util.Objects.requireNonNull(Diagram.of(XmlReading.read(bytes(xml))));
                new LegalStepRule(FormCatalogue.shipped()).check(diagram, problems);
                return problems.all().stream()
                        .map(problem -> problem.message().replaceAll("^[^\"]*\"([^\"]*)\".*$", "$1"))
                        .toList();
            } catch (UnreadableModel e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
