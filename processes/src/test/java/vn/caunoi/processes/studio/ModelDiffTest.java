package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.processes.studio.ModelDiff.Change;
import vn.caunoi.processes.studio.ModelDiff.Kind;

class ModelDiffTest {

    private static final String INTAKE = new String(Shipped.xml("petition-intake"), StandardCharsets.UTF_8);

    @Test
    void a_model_does_not_differ_from_itself() {
        assertThat(ModelDiff.between(INTAKE, INTAKE)).isEmpty();
    }

    @Test
    void what_was_changed_is_told_with_before_and_now() {
        Change change = only(INTAKE.replace("camunda:formKey=\"triage\"", "camunda:formKey=\"classify\""));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.element()).isEqualTo("classify");
        assertThat(change.details()).containsExactly("camunda:formKey: triage → classify");
    }

    @Test
    void a_condition_belongs_to_its_flow_and_an_input_to_its_action() {
        assertThat(only(INTAKE.replace("${outcome == 'store'}", "${outcome == 'guide'}"))
                        .details())
                .containsExactly("bpmn:conditionExpression: ${outcome == 'store'} → ${outcome == 'guide'}");
        assertThat(only(INTAKE.replaceFirst(">STORED<", ">GUIDED<")).details())
                .containsExactly("camunda:inputParameter: STORED → GUIDED");
    }

    @Test
    void what_is_only_drawn_elsewhere_was_moved() {
        String moved =
                INTAKE.replaceFirst("(<bpmndi:BPMNShape id=\"classify-shape\"[^>]*>\\s*<dc:Bounds x=\")[^\"]*", "$17");
        assertThat(only(moved)).extracting(Change::kind, Change::element).containsExactly(Kind.MOVED, "classify");
    }

    @Test
    void what_an_editor_leaves_out_because_it_is_so_anyway_is_no_change() {
        String complaint = new String(Shipped.xml("complaint"), StandardCharsets.UTF_8);
        assertThat(complaint).contains("isInterrupting=\"true\"", "bpmn:flowNodeRef");
        assertThat(ModelDiff.between(complaint, complaint.replace(" isInterrupting=\"true\"", "")))
                .isEmpty();
        assertThat(ModelDiff.between(
                        complaint, complaint.replaceFirst("<bpmn:flowNodeRef>[^<]*</bpmn:flowNodeRef>", "")))
                .isEmpty();
        assertThat(ModelDiff.between(
                        complaint, complaint.replaceFirst("isInterrupting=\"true\"", "isInterrupting=\"false\"")))
                .hasSize(1);
    }

    @Test
    void a_new_id_is_one_step_more_and_one_less() {
        List<Change> changes = ModelDiff.between(INTAKE, INTAKE.replace("id=\"stored\"", "id=\"kept\""));
        assertThat(changes)
                .extracting(Change::kind, Change::element)
                .contains(tuple(Kind.ADDED, "kept"), tuple(Kind.REMOVED, "stored"));
    }

    @Test
    void what_was_changed_in_a_form_is_told_by_outcome_and_field() {
        String before = Examples.xml("mediation-first").orElseThrow();
        String now = before.replace("\"en\": \"No agreement\"", "\"en\": \"It failed\"")
                .replace(
                        "{\"id\": \"reason\", \"type\": \"longtext\", \"required\": true}",
                        "{\"id\": \"heldOn\", \"type\": \"date\"}, {\"id\": \"reason\", \"type\": \"text\"}");
        Change change = ModelDiff.between(before, now).getFirst();
        assertThat(change.type()).isEqualTo("form");
        assertThat(change.name()).isEqualTo("Hòa giải");
        assertThat(change.details())
                .containsExactly(
                        "outcome failed, en: No agreement → It failed",
                        "outcome failed, field heldOn: – → +",
                        "outcome failed, field reason, required: true → false",
                        "outcome failed, field reason, type: longtext → text");
        assertThat(FormDiff.between(before, now))
                .extracting(FormDiff.Change::kind, FormDiff.Change::field, FormDiff.Change::what)
                .contains(tuple(Kind.ADDED, "heldOn", ""), tuple(Kind.CHANGED, "reason", "type"));
        assertThat(ModelDiff.between(now, before).getFirst().details()).contains("outcome failed, field heldOn: + → –");
    }

    @Test
    void a_form_more_and_a_form_less_are_told_as_wholes() {
        String before = Examples.xml("mediation-first").orElseThrow();
        String now = before.replaceAll("<caunoi:form>.*</caunoi:form>", "");
        assertThat(ModelDiff.between(before, now))
                .extracting(Change::kind, Change::element, Change::type)
                .containsExactly(tuple(Kind.REMOVED, "mediate", "form"));
        assertThat(ModelDiff.between(now, before))
                .extracting(Change::kind, Change::element, Change::type)
                .containsExactly(tuple(Kind.ADDED, "mediate", "form"));
    }

    @Test
    void what_cannot_be_read_is_compared_with_nothing() {
        assertThat(ModelDiff.between(INTAKE, "<a>")).isEmpty();
    }

    private static Change only(String now) {
        List<Change> changes = ModelDiff.between(INTAKE, now);
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }
}
