package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.form.FormCatalogue;

class ModelCheckTest {

    private static final Iterable<String> KEYS = Shipped.KEYS;
    private static final String INTAKE = new String(Shipped.xml("petition-intake"), StandardCharsets.UTF_8);

    private final ModelCheck check = new ModelCheck(FormCatalogue.shipped());

    @ParameterizedTest
    @FieldSource("KEYS")
    void a_shipped_model_has_no_problem(String key) {
        assertThat(check.check(Shipped.xml(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no xml", "<a>", "<a/>", "<bpmn:definitions/>", "\u0000", "<a>&nothing;</a>", "<a></b>"})
    void what_is_no_model_is_one_problem_in_words(String text) {
        assertThat(check.check(bytes(text))).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.message()).doesNotContain("Exception", "\tat ");
        });
    }

    @Test
    void a_document_type_is_refused_before_anything_is_fetched() {
        String attack = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertThat(rules(attack)).containsExactly("unreadable");
    }

    @Test
    void entities_that_blow_up_do_not() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) bomb.append("<!ENTITY e" + i + " \"&e" + (i - 1) + ";&e" + (i - 1) + ";\">");
        bomb.append("]><a>&e29;</a>");
        assertThat(Assertions.assertTimeout(Duration.ofMinutes(1), () -> rules(bomb.toString())))
                .containsExactly("unreadable");
    }

    @Test
    void what_is_too_large_or_too_deep_is_refused() {
        assertThat(rules("x".repeat(XmlReading.MOST_BYTES + 1))).containsExactly("unreadable");
        assertThat(rules("<a>".repeat(50_000))).containsExactly("unreadable");
        assertThat(rules("<a>" + "<b/>".repeat(50_000) + "</a>")).containsExactly("unreadable");
    }

    @Test
    void a_model_is_written_in_utf_8_with_or_without_a_byte_order_mark() {
        String text = INTAKE.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
        assertThat(check.check(text.getBytes(StandardCharsets.UTF_16)))
                .extracting(Problem::message)
                .containsExactly("The file is not written in UTF-8.");
        assertThat(rules(text)).containsExactly("unreadable");
        assertThat(check.check(("\uFEFF" + INTAKE).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void other_prefixes_for_the_same_names_are_the_same() {
        assertThat(check.check(bytes(INTAKE.replace("bpmn:", "b:")
                        .replace("xmlns:bpmn=", "xmlns:b=")
                        .replace("camunda:", "c:")
                        .replace("xmlns:camunda=", "xmlns:c="))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='x' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:callActivity id='x' calledElement='complaint'/>",
                "<bpmn:businessRuleTask id='x'/>",
                "<bpmn:sendTask id='x'/>",
                "<bpmn:adHocSubProcess id='x'/>",
                "<bpmn:extensionElements><camunda:executionListener class='a.B' event='start'/></bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:connector/></bpmn:extensionElements>",
                "<x:anything xmlns:x='urn:x'/>"
            })
    void elements_that_are_not_listed_are_refused(String element) {
        assertThat(rules(withInProcess(element))).contains("element-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:asyncBefore=\"true\"", "camunda:class=\"a.B\"", "camunda:delegateExpression=\"x\"",
                "camunda:expression=\"x\"", "camunda:dueDate=\"2026-01-01\"", "camunda:candidateUsers=\"a\"",
                "camunda:formRef=\"x\"", "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"a.B\""
            })
    void attributes_that_are_not_listed_are_refused(String attribute) {
        assertThat(rules(INTAKE.replace("camunda:formKey=\"triage\"", "camunda:formKey=\"triage\" " + attribute)))
                .contains("attribute-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${1}", "#{x.y()}", "a ${b}"})
    void expressions_stand_in_conditions_only(String expression) {
        assertThat(rules(INTAKE.replace(">STORED<", ">" + expression + "<"))).contains("expression-not-allowed");
        assertThat(rules(INTAKE.replace("name=\"Phân loại đơn\"", "name=\"" + expression + "\"")))
                .contains("expression-not-allowed");
    }

    @Test
    void a_task_needs_a_form_that_exists() {
        assertThat(check.check(bytes(INTAKE.replace("camunda:formKey=\"triage\"", "camunda:formKey=\"trage\""))))
                .containsExactly(new Problem(
                        Problem.Severity.ERROR,
                        "classify",
                        "unknown-form",
                        Sentence.UNKNOWN_FORM.of("trage"),
                        new Problem.Fix("classify", "camunda:formKey", "triage")));
    }

    @Test
    void what_was_probably_meant_is_offered() {
        assertThat(fixes(INTAKE.replace("camunda:topic=\"notify\"", "camunda:topic=\"notfy\"")))
                .contains("camunda:topic=notify");
        assertThat(fixes(INTAKE.replace("isExecutable=\"true\"", "isExecutable=\"false\"")))
                .containsExactly("isExecutable=true");
        assertThat(fixes(INTAKE.replace("camunda:candidateGroups=\"officer\"", "")))
                .contains("camunda:candidateGroups=officer");
        assertThat(fixes(INTAKE.replace(" default=\"by-kind-to-to-feedback\"", "")))
                .contains("default=by-kind-to-to-feedback");
    }

    private List<String> fixes(String text) {
        return check.check(bytes(text)).stream()
                .map(Problem::fix)
                .filter(fix -> fix != null)
                .map(fix -> fix.attribute() + "=" + fix.value())
                .toList();
    }

    @Test
    void a_task_may_bring_its_own_form() {
        String form = "{\"id\":\"survey\",\"outcomes\":[{\"id\":\"done\",\"words\":{\"vi\":\"Xong\",\"en\":\"Done\"},"
                + "\"fields\":[{\"id\":\"deliveredOn\",\"type\":\"date\",\"required\":true}]}]}";
        String task = INTAKE.replace("camunda:formKey=\"deliver-notice\"", "camunda:formKey=\"survey\"");
        assertThat(rules(task)).contains("unknown-form");
        String with = task.replaceFirst(
                        "(<bpmn:process [^>]*>)",
                        "$1<bpmn:extensionElements><f:form xmlns:f='https://caunoi.vn/schema/bpmn'>" + form
                                + "</f:form></bpmn:extensionElements>")
                .replaceFirst("<bpmn:documentation>A petition of any[^<]*</bpmn:documentation>", "");
        assertThat(check.check(bytes(with))).isEmpty();
        assertThat(ModelForms.of(bytes(with)).form("survey")).isPresent();
        assertThat(rules(with.replace("\"id\":\"done\"", "\"idd\":\"done\""))).contains("bad-form");
        assertThat(check.check(bytes(with.replace("\"en\":\"Done\"", "\"en\":\" \""))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("form-words");
                    assertThat(problem.isError()).isFalse();
                    assertThat(problem.element()).isEqualTo("survey");
                });
        assertThat(check.check(bytes(with.replace("\"vi\":\"Xong\",", ""))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isTrue());
        assertThat(ModelForms.of(bytes(with.replace("\"vi\":\"Xong\",", ""))).form("survey"))
                .as("published before words were asked for")
                .isPresent();
    }

    @Test
    void groups_are_those_that_work_on_petitions() {
        assertThat(rules(INTAKE.replace("camunda:candidateGroups=\"officer\"", "camunda:candidateGroups=\"admin\"")))
                .contains("unknown-group");
        assertThat(rules(INTAKE.replace("camunda:candidateGroups=\"officer\"", "")))
                .contains("unknown-group");
        assertThat(rules(INTAKE.replace(
                        "camunda:candidateGroups=\"officer\"",
                        "camunda:candidateGroups=\"officer\" camunda:assignee=\"mai\"")))
                .contains("assignee");
    }

    @Test
    void an_action_that_does_not_exist_or_lacks_an_input_is_named() {
        assertThat(rules(INTAKE.replace("camunda:topic=\"notify\"", "camunda:topic=\"telephone\"")))
                .contains("unknown-action");
        assertThat(rules(INTAKE.replace(">STORED<", ">LOST<"))).contains("unknown-action");
        assertThat(rules(INTAKE.replace("camunda:type=\"external\"", ""))).contains("unknown-action");
    }

    @Test
    void an_event_that_no_petition_knows_is_named() {
        assertThat(rules(INTAKE.replace("name=\"petition.withdrawn\"", "name=\"petition.vanished\"")))
                .containsExactly("unknown-event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${outcom == 'store'}",
                "${outcome = 'store'}",
                "${outcome}",
                "outcome == 'store'",
                "${java.lang.System}"
            })
    void a_condition_that_asks_no_known_fact_is_refused(String condition) {
        assertThat(rules(INTAKE.replace("${outcome == 'store'}", condition))).contains("condition");
    }

    @Test
    void an_outcome_the_form_does_not_have_is_named() {
        assertThat(rules(INTAKE.replace("outcome == 'store'", "outcome == 'keep'")))
                .containsExactly("unknown-outcome", "outcome-not-handled");
    }

    @Test
    void a_choice_needs_a_default() {
        assertThat(rules(INTAKE.replace(" default=\"by-kind-to-to-feedback\"", "")))
                .contains("no-default", "condition");
    }

    @Test
    void what_cannot_be_reached_or_leads_nowhere_is_named() {
        String cut = INTAKE.replaceAll("(?s)<bpmn:sequenceFlow id=\"close-stored-to-stored\"[^>]*/>", "")
                .replaceAll("<bpmn:(incoming|outgoing)>close-stored-to-stored</bpmn:(incoming|outgoing)>", "");
        assertThat(check.check(bytes(cut)))
                .extracting(Problem::element, Problem::rule)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("stored", "unreachable"),
                        org.assertj.core.groups.Tuple.tuple("close-stored", "dead-end"));
    }

    @Test
    void a_flow_that_leads_to_nothing_is_named() {
        assertThat(rules(INTAKE.replace("targetRef=\"stored\"", "targetRef=\"nowhere\"")))
                .contains("unknown-reference");
    }

    @Test
    void the_process_has_a_key_is_executable_and_alone() {
        assertThat(rules(INTAKE.replace("isExecutable=\"true\"", "isExecutable=\"false\"")))
                .contains("not-executable");
        assertThat(rules(
                        INTAKE.replace("<bpmn:process id=\"petition-intake\"", "<bpmn:process id=\"Petition Intake\"")))
                .contains("key");
        assertThat(rules(INTAKE.replace("</bpmn:process>", "</bpmn:process><bpmn:process id=\"second\"/>")))
                .contains("one-process");
    }

    @Test
    void a_process_is_not_started_by_an_event() {
        assertThat(
                        rules(
                                INTAKE.replace(
                                        "<bpmn:outgoing>received-to-already-classified</bpmn:outgoing>",
                                        "<bpmn:outgoing>received-to-already-classified</bpmn:outgoing><bpmn:messageEventDefinition messageRef=\"message-withdrawn\"/>")))
                .contains("start");
    }

    @Test
    void what_is_not_drawn_is_a_warning() {
        assertThat(check.check(bytes(INTAKE.replaceAll(
                        "(?s)<bpmndi:BPMNShape id=\"deliver-notice-shape\".*?</bpmndi:BPMNShape>", ""))))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.isError()).isFalse();
                    assertThat(p.element()).isEqualTo("deliver-notice");
                });
    }

    @Test
    void the_broken_model_of_the_incident_test_does_not_pass() {
        assertThat(check.check(Shipped.resource("/broken/unknown-action.bpmn")))
                .filteredOn(Problem::isError)
                .extracting(Problem::element, Problem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("telephone", "unknown-action"));
    }

    private List<String> rules(String text) {
        return check.check(bytes(text)).stream().map(Problem::rule).toList();
    }

    private static String withInProcess(String element) {
        return INTAKE.replace("</bpmn:process>", element + "</bpmn:process>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
