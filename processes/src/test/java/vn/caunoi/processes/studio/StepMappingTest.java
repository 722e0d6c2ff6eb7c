package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.timer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.caunoi.processes.studio.StepMapping.Why;
import vn.caunoi.processes.studio.StepMapping.Wrong;

class StepMappingTest {

    private static final String NOTE = "petition.note-added";
    private static final String BEFORE = model(named("verify", "Xác minh", "verify")
            + named("hear", "Đối thoại", "dialogue")
            + named("ask", "Lấy ý kiến", "opinion")
            + named("gone", "Lưu trữ giấy", "archive")
            + catching("wait", NOTE)
            + timer("pause", "P3D")
            + flow("s", "verify")
            + flow("verify", "hear"));

    @Test
    void each_step_of_a_version_goes_to_itself() {
        String intake = new String(Shipped.xml("petition-intake"), StandardCharsets.UTF_8);
        assertThat(StepMapping.between(intake, intake).rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.why()).isEqualTo(Why.SAME);
            assertThat(row.offered()).isEqualTo(row.from().id());
        });
    }

    @Test
    void a_step_with_another_id_is_found_by_what_people_see_of_it_or_by_what_is_around_it() {
        String after = model(named("check", "Xác minh", "other")
                + named("dialogue-held", "Gặp người khiếu nại", "dialogue")
                + catching("until-noted", NOTE)
                + timer("rest", "P9D")
                + desk("somewhere")
                + flow("s", "check"));
        assertThat(StepMapping.between(BEFORE, after).rows())
                .extracting(row -> row.from().id(), StepMapping.Row::offered, StepMapping.Row::why)
                .containsExactly(
                        tuple("verify", "check", Why.NAME),
                        tuple("hear", "dialogue-held", Why.FORM),
                        tuple("ask", null, Why.NONE),
                        tuple("gone", null, Why.NONE),
                        tuple("wait", "until-noted", Why.EVENT),
                        tuple("pause", null, Why.NONE));
    }

    @Test
    void what_stands_between_the_same_steps_may_be_the_same() {
        String before = model(desk("one") + desk("x") + flow("s", "one") + flow("one", "x") + flow("x", "e"));
        String after = model(
                desk("one") + named("y", "Việc khác hẳn", "z") + flow("s", "one") + flow("one", "y") + flow("y", "e"));
        assertThat(StepMapping.between(before, after).rows())
                .extracting(StepMapping.Row::offered, StepMapping.Row::why)
                .containsExactly(tuple("one", Why.SAME), tuple("y", Why.AROUND));
    }

    @Test
    void a_choice_must_be_of_the_same_sort() {
        String after = model(desk("check") + catching("wait", NOTE));
        StepMapping mapping = StepMapping.between(BEFORE, after);
        assertThat(mapping.wrong(Map.of("verify", "check", "hear", "", "wait", "wait")))
                .isEmpty();
        assertThat(mapping.wrong(Map.of("verify", "wait"))).containsEntry("verify", Wrong.OTHER_SORT);
        assertThat(mapping.wrong(Map.of("verify", "nothing"))).containsEntry("verify", Wrong.NO_SUCH_STEP);
        assertThat(mapping.wrong(Map.of("nothing", "check"))).containsEntry("nothing", Wrong.NO_SUCH_STEP);
        assertThat(mapping.wrong(Map.of("pause", "wait"))).containsEntry("pause", Wrong.OTHER_SORT);
    }

    @Test
    void only_what_differs_from_the_ids_is_recorded() {
        StepMapping mapping = StepMapping.between(BEFORE, model(desk("check") + catching("wait", NOTE)));
        assertThat(mapping.differing(Map.of("verify", "check", "hear", "", "wait", "wait", "gone", "")))
                .isEqualTo(Map.of("verify", "check"));
        assertThat(mapping.differing(Map.of("wait", ""))).isEqualTo(Map.of("wait", ""));
    }

    private static String model(String content) {
        return process("p", start("s") + content + end("e"), NOTE);
    }

    private static String named(String id, String name, String form) {
        return "<bpmn:userTask id=\"%s\" name=\"%s\" camunda:candidateGroups=\"clerk\" camunda:formKey=\"%s\"/>"
                .formatted(id, name, form);
    }
}
