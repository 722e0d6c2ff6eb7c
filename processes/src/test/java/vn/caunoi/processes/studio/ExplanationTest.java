package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.processes.studio.Told.What;

class ExplanationTest {

    private static final String INTAKE = new String(Shipped.xml("petition-intake"), StandardCharsets.UTF_8);
    private static final String CLASSIFIED =
            "<bpmn:sequenceFlow id=\"classify-to-after-classify\" sourceRef=\"classify\" targetRef=\"after-classify\" />";

    private final Explanation explanation = new Explanation(FormCatalogue.shipped());

    @Test
    void what_does_not_differ_needs_no_words() {
        assertThat(explanation.between(INTAKE, INTAKE)).isEmpty();
        assertThat(explanation.between(INTAKE, "<a>")).isEmpty();
    }

    @Test
    void a_step_put_between_two_is_told_once_with_who_does_it_and_what_comes_of_it() {
        String now = INTAKE.replace(CLASSIFIED, """
                <bpmn:userTask id="second-look" name="Xem lại" camunda:formKey="deliver-notice" camunda:candidateGroups="head"/>
                <bpmn:sequenceFlow id="classify-to-second-look" sourceRef="classify" targetRef="second-look" />
                <bpmn:sequenceFlow id="second-look-to-after" sourceRef="second-look" targetRef="after-classify" />""");
        Told only = only(now);
        assertThat(only.what()).isEqualTo(What.TASK_ADDED);
        assertThat(only.name()).isEqualTo("Xem lại");
        assertThat(only.values())
                .startsWith("head", "deliver-notice", "delivered", "Phân loại đơn")
                .last()
                .asString()
                .contains("Phân đơn vị");
        assertThat(explanation.between(now, INTAKE))
                .extracting(Told::what, Told::name)
                .containsExactly(tuple(What.STEP_REMOVED, "Xem lại"));
    }

    @Test
    void who_works_with_which_form_under_which_name_is_told() {
        assertThat(only(INTAKE.replace(
                                "camunda:formKey=\"deliver-notice\" camunda:candidateGroups=\"clerk\"",
                                "camunda:formKey=\"deliver-notice\" camunda:candidateGroups=\"head\""))
                        .values())
                .containsExactly("clerk", "head");
        assertThat(only(INTAKE.replace("name=\"Gửi văn bản trả lời\"", "name=\"Trao văn bản\"")))
                .extracting(Told::what, Told::values)
                .containsExactly(What.STEP_NAMED, List.of("Gửi văn bản trả lời", "Trao văn bản"));
        assertThat(only(INTAKE.replace("camunda:formKey=\"triage\"", "camunda:formKey=\"classify\"")))
                .extracting(Told::what, Told::values)
                .containsExactly(What.FORM, List.of("triage", "classify"));
    }

    @Test
    void a_condition_an_input_and_a_way_are_told_by_the_steps_they_lead_between() {
        assertThat(only(INTAKE.replace("${outcome == 'store'}", "${outcome == 'guide'}")))
                .extracting(Told::what, Told::values)
                .containsExactly(
                        What.CONDITION,
                        List.of("Kết quả phân loại", "Lưu đơn, kết thúc", "outcome == 'store'", "outcome == 'guide'"));
        assertThat(only(INTAKE.replaceFirst(">STORED<", ">GUIDED<")))
                .extracting(Told::what, Told::values)
                .containsExactly(What.INPUT, List.of("ground", "STORED", "GUIDED"));
        assertThat(explanation.between(
                        INTAKE,
                        INTAKE.replace(
                                "sourceRef=\"unsupplemented\" targetRef=\"supplement-received\"",
                                "sourceRef=\"unsupplemented\" targetRef=\"classify\"")))
                .extracting(Told::what, Told::values)
                .containsExactly(
                        tuple(What.WAY_ADDED, List.of("Xử lý đơn không bổ sung", "Phân loại đơn", "")),
                        tuple(What.WAY_REMOVED, List.of("Xử lý đơn không bổ sung", "Đã bổ sung?")));
    }

    @Test
    void a_form_of_the_model_is_told_field_by_field() {
        String before = withForm(
                "{\"id\": \"satisfied\", \"label\": \"Hài lòng?\", \"type\": \"boolean\", \"required\": false}");
        String now =
                withForm("{\"id\": \"satisfied\", \"label\": \"Hài lòng?\", \"type\": \"boolean\", \"required\": true},"
                        + "{\"id\": \"why\", \"label\": \"Vì sao?\", \"type\": \"text\", \"required\": true}");
        assertThat(explanation.between(before, now))
                .extracting(Told::what, Told::values)
                .containsExactly(
                        tuple(What.FIELD_REQUIRED, List.of("Đã hỏi", "Hài lòng?")),
                        tuple(What.FIELD_ADDED_REQUIRED, List.of("Đã hỏi", "Vì sao?")));
        assertThat(only(before).what()).isEqualTo(What.FORM_ADDED);
    }

    @Test
    void the_words_of_a_form_are_told_in_both_languages() {
        Told added = only(withForm("")
                .replace(
                        "\"id\": \"survey\"",
                        "\"id\": \"survey\", \"words\": {\"vi\": \"Khảo sát\", \"en\": \"Survey\"}"));
        assertThat(List.of(Told.in("vi", added.name()), Told.in("en", added.name())))
                .containsExactly("Khảo sát", "Survey");
        assertThat(Told.in("en", "Có\u001fYes|Không\u001fNo|–")).isEqualTo("Yes|No|–");
    }

    @Test
    void what_citizens_read_is_told() {
        assertThat(only(INTAKE.replace(
                                "<bpmn:userTask id=\"classify\"",
                                "<bpmn:userTask id=\"classify\" caunoi:citizen=\"Đang xem đơn\"")
                        .replaceFirst(
                                "<bpmn:definitions ",
                                "<bpmn:definitions xmlns:caunoi=\"https://caunoi.vn/schema/bpmn\" ")))
                .extracting(Told::what, Told::values)
                .containsExactly(What.CITIZEN, List.of("–", "Đang xem đơn"));
    }

    @Test
    void what_is_only_drawn_elsewhere_is_told_as_that() {
        String moved =
                INTAKE.replaceFirst("(<bpmndi:BPMNShape id=\"classify-shape\"[^>]*>\\s*<dc:Bounds x=\")[^\"]*", "$17");
        assertThat(only(moved).what()).isEqualTo(What.DRAWN);
    }

    private static String withForm(String fields) {
        return INTAKE.replaceFirst(
                "(<bpmn:process id=\"petition-intake\"[^>]*>)",
                "$1<bpmn:extensionElements><caunoi:form xmlns:caunoi=\"https://caunoi.vn/schema/bpmn\">"
                        + "{\"id\": \"survey\", \"outcomes\": [{\"id\": \"asked\", \"label\": \"Đã hỏi\", \"fields\": ["
                        + fields + "]}]}</caunoi:form></bpmn:extensionElements>");
    }

    private Told only(String now) {
        List<Told> told = explanation.between(INTAKE, now);
        assertThat(told).hasSize(1);
        return told.getFirst();
    }
}
