package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.form.FormCatalogue;

/** No case is stranded at a gateway, whatever its conditions say. */
class SoundnessRuleTest {

    private final ModelCheck check = new ModelCheck(FormCatalogue.shipped());

    @Test
    void a_choice_that_is_joined_as_if_all_ways_were_taken_strands_the_case() {
        assertThat(found(step("startEvent", "s")
                        + choice("x", "f2")
                        + wait("a")
                        + wait("b")
                        + step("parallelGateway", "j")
                        + step("endEvent", "e")
                        + flow("f1", "s", "x")
                        + flow("f2", "x", "a")
                        + chosen("f3", "x", "b")
                        + flow("f4", "a", "j")
                        + flow("f5", "b", "j")
                        + flow("f6", "j", "e")))
                .containsExactly("stranded j");
    }

    @Test
    void ways_that_part_and_are_all_joined_are_sound() {
        assertThat(found(step("startEvent", "s")
                        + step("parallelGateway", "x")
                        + wait("a")
                        + wait("b")
                        + step("parallelGateway", "j")
                        + step("endEvent", "e")
                        + flow("f1", "s", "x")
                        + flow("f2", "x", "a")
                        + flow("f3", "x", "b")
                        + flow("f4", "a", "j")
                        + flow("f5", "b", "j")
                        + flow("f6", "j", "e")))
                .isEmpty();
    }

    @Test
    void ways_that_part_and_meet_without_a_join_do_what_follows_twice() {
        assertThat(found(step("startEvent", "s")
                        + step("parallelGateway", "x")
                        + wait("a")
                        + wait("b")
                        + wait("c")
                        + step("endEvent", "e")
                        + flow("f1", "s", "x")
                        + flow("f2", "x", "a")
                        + flow("f3", "x", "b")
                        + flow("f4", "a", "c")
                        + flow("f5", "b", "c")
                        + flow("f6", "c", "e")))
                .containsExactly("twice-at-once e");
    }

    @Test
    void an_inclusive_gateway_waits_only_for_ways_that_were_taken() {
        assertThat(found(step("startEvent", "s") + "<inclusiveGateway id='x' default='f2'/>" + wait("a") + wait("b")
                        + step("inclusiveGateway", "j") + step("endEvent", "e") + flow("f1", "s", "x")
                        + flow("f2", "x", "a") + chosen("f3", "x", "b") + flow("f4", "a", "j") + flow("f5", "b", "j")
                        + flow("f6", "j", "e")))
                .isEmpty();
    }

    @Test
    void a_timer_that_leads_round_a_join_strands_the_other_way() {
        assertThat(found(step("startEvent", "s") + step("parallelGateway", "x") + wait("a")
                        + "<subProcess id='sub'>" + step("startEvent", "s2") + wait("b") + step("endEvent", "e2")
                        + flow("g1", "s2", "b") + flow("g2", "b", "e2") + "</subProcess>"
                        + "<boundaryEvent id='late' attachedToRef='sub'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>"
                        + step("parallelGateway", "j") + step("endEvent", "e") + step("endEvent", "gone")
                        + flow("f1", "s", "x") + flow("f2", "x", "a") + flow("f3", "x", "sub") + flow("f4", "a", "j")
                        + flow("f5", "sub", "j") + flow("f6", "j", "e") + flow("f7", "late", "gone")))
                .containsExactly("stranded j");
    }

    @Test
    void an_end_that_ends_all_leaves_nobody_waiting() {
        assertThat(found(step("startEvent", "s") + choice("x", "f2") + wait("a") + wait("b")
                        + step("parallelGateway", "g") + "<endEvent id='e'><terminateEventDefinition/></endEvent>"
                        + flow("f1", "s", "g") + flow("f2", "x", "a") + chosen("f3", "x", "e") + flow("f4", "g", "x")
                        + flow("f5", "g", "b") + flow("f6", "a", "e") + flow("f7", "b", "e")))
                .isEmpty();
    }

    private List<String> found(String content) {
        String file = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:x'>"
                + "<process id='p' name='p' isExecutable='true'>" + content + "</process></definitions>";
        return check.check(file.getBytes(StandardCharsets.UTF_8)).stream()
                .filter(problem -> !problem.rule().equals("not-drawn"))
                .map(problem -> problem.rule() + " " + problem.element())
                .distinct()
                .toList();
    }

    private static String step(String type, String id) {
        return "<" + type + " id='" + id + "'/>";
    }

    private static String choice(String id, String otherwise) {
        return "<exclusiveGateway id='" + id + "' default='" + otherwise + "'/>";
    }

    private static String wait(String id) {
        return "<intermediateCatchEvent id='" + id
                + "'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>";
    }

    private static String flow(String id, String from, String to) {
        return "<sequenceFlow id='" + id + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private static String chosen(String id, String from, String to) {
        return "<sequenceFlow id='" + id + "' sourceRef='" + from + "' targetRef='" + to
                + "'><conditionExpression>${outcome == 'store'}</conditionExpression></sequenceFlow>";
    }
}
