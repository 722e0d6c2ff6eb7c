package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which recorded steps are a way of a diagram. */
class WaysTest {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
              <bpmn:message id="m" name="petition.withdrawn"/>
              <bpmn:process id="p" isExecutable="true">
                <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
                <bpmn:userTask id="check"/><bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="choice"/>
                <bpmn:exclusiveGateway id="choice"/>
                <bpmn:sequenceFlow id="f3" sourceRef="choice" targetRef="check"/>
                <bpmn:sequenceFlow id="f4" sourceRef="choice" targetRef="split"/>
                <bpmn:parallelGateway id="split"/>
                <bpmn:sequenceFlow id="f5" sourceRef="split" targetRef="one"/>
                <bpmn:sequenceFlow id="f6" sourceRef="split" targetRef="other"/>
                <bpmn:userTask id="one"/><bpmn:userTask id="other"/>
                <bpmn:boundaryEvent id="reminder" attachedToRef="one" cancelActivity="false"><bpmn:timerEventDefinition id="t"/></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="f7" sourceRef="reminder" targetRef="remind"/><bpmn:userTask id="remind"/>
                <bpmn:sequenceFlow id="f8" sourceRef="one" targetRef="join"/>
                <bpmn:sequenceFlow id="f9" sourceRef="other" targetRef="join"/>
                <bpmn:parallelGateway id="join"/><bpmn:sequenceFlow id="f10" sourceRef="join" targetRef="done"/>
                <bpmn:endEvent id="done"/>
                <bpmn:subProcess id="aside" triggeredByEvent="true">
                  <bpmn:startEvent id="withdrawn"><bpmn:messageEventDefinition id="md" messageRef="m"/></bpmn:startEvent>
                  <bpmn:sequenceFlow id="f11" sourceRef="withdrawn" targetRef="confirm"/><bpmn:userTask id="confirm"/>
                  <bpmn:sequenceFlow id="f12" sourceRef="confirm" targetRef="gone"/><bpmn:endEvent id="gone"/>
                </bpmn:subProcess>
              </bpmn:process>
            </bpmn:definitions>""";

    private final Ways ways = new Ways(Objects.requireNonNull(Diagram.of(read())));

    @Test
    void steps_along_the_flows_are_a_way_in_any_order_of_what_stands_side_by_side() {
        assertThat(ways.outside(List.of("check", "one", "other"), "done")).isNull();
        assertThat(ways.outside(List.of("check", "other", "one"), "done")).isNull();
        assertThat(ways.outside(List.of("check"), null)).isNull();
        assertThat(ways.outside(List.of(), null)).isNull();
    }

    @Test
    void a_loop_may_be_gone_again_and_a_step_without_one_may_not() {
        assertThat(ways.outside(List.of("check", "check", "check", "one", "other"), "done"))
                .isNull();
        assertThat(ways.outside(List.of("check", "one", "other", "one"), "done"))
                .isEqualTo("one");
    }

    @Test
    void what_was_left_out_or_is_not_drawn_is_outside() {
        assertThat(ways.outside(List.of("one"), null)).isEqualTo("one");
        assertThat(ways.outside(List.of("check", "stranger"), null)).isEqualTo("stranger");
        assertThat(ways.outside(List.of(), "done")).isEqualTo("done");
    }

    @Test
    void times_may_come_while_their_step_lasts_and_events_at_any_time() {
        assertThat(ways.outside(List.of("check", "one", "other", "reminder", "remind", "reminder", "remind"), "done"))
                .isNull();
        assertThat(ways.outside(List.of("check", "confirm"), "gone")).isNull();
    }

    private static Tag read() {
        try {
            return XmlReading.read(MODEL.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnreadableModel e) {
            throw new IllegalStateException(e);
        }
    }
}
