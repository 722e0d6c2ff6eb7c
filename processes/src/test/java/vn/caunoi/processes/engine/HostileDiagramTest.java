package vn.caunoi.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.task;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.caunoi.core.testing.TestDatabase;

/** Diagrams that were put into the engine past every other check: none gets its code to run. */
class HostileDiagramTest {

    private static final AtomicInteger RAN = new AtomicInteger();
    private static final String CODE = Planted.class.getName();
    private static TestDatabase database;
    private static OpenEngine open;
    private static Engine engine;

    /** What a hostile diagram would like to run. */
    public static final class Planted implements JavaDelegate, ExecutionListener {
        @Override
        public void execute(DelegateExecution execution) {
            RAN.incrementAndGet();
        }

        @Override
        public void notify(DelegateExecution execution) {
            RAN.incrementAndGet();
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        open = OpenEngine.over(database);
        engine = open.engine();
    }

    @AfterAll
    static void close() {
        open.close();
        database.close();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                step(
                        "a script",
                        "<bpmn:scriptTask id='x' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                step("a class", "<bpmn:serviceTask id='x' camunda:class='" + CODE + "'/>"),
                step("a delegate expression", "<bpmn:serviceTask id='x' camunda:delegateExpression='${planted}'/>"),
                step("an expression", "<bpmn:serviceTask id='x' camunda:expression='${runtimeService.hashCode()}'/>"),
                step(
                        "a listener",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk'><bpmn:extensionElements>"
                                + "<camunda:executionListener event='start' class='" + CODE + "'/>"
                                + "</bpmn:extensionElements></bpmn:userTask>"),
                step(
                        "a task listener",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk'><bpmn:extensionElements>"
                                + "<camunda:taskListener event='create' class='" + CODE + "'/>"
                                + "</bpmn:extensionElements></bpmn:userTask>"),
                step(
                        "a connector",
                        "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:connector>"
                                + "<camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
                                + "</bpmn:extensionElements></bpmn:serviceTask>"),
                step(
                        "a script as an input",
                        "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='notify'>"
                                + "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='to'>"
                                + "<camunda:script scriptFormat='javascript'>1</camunda:script></camunda:inputParameter>"
                                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"),
                step(
                        "an expression as an input",
                        "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='notify'>"
                                + "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='to'>${kind}"
                                + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"),
                step(
                        "an asynchronous step",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk' camunda:asyncBefore='true'/>"),
                step(
                        "an expression as an assignee",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk' camunda:assignee='${kind}'/>"),
                step("a call of another process", "<bpmn:callActivity id='x' calledElement='other'/>"),
                step("a decision", "<bpmn:businessRuleTask id='x' camunda:decisionRef='other'/>"),
                step("a shell command", "<bpmn:serviceTask id='x' camunda:type='shell'/>"),
                step("a mail", "<bpmn:serviceTask id='x' camunda:type='mail'/>"),
                step(
                        "a class in the engine's older name space",
                        "<bpmn:serviceTask id='x' " + "xmlns:activiti='http://activiti.org/bpmn' activiti:class='"
                                + CODE + "'/>"),
                step(
                        "several instances",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk'>"
                                + "<bpmn:multiInstanceLoopCharacteristics camunda:collection='${kind}'/></bpmn:userTask>"),
                condition("a method call", "${outcome.length() == 0}"),
                condition("a property chain", "${execution.processInstanceId == ''}"),
                condition("a bean", "${dataSource != null}"),
                condition("a script", null),
                Arguments.of(
                        "a message that starts a process",
                        process(
                                "p",
                                "<bpmn:startEvent id='s'>"
                                        + "<bpmn:messageEventDefinition messageRef='m-petition.received'/></bpmn:startEvent>"
                                        + flow("s", "e") + end("e"),
                                "petition.received")),
                Arguments.of(
                        "a timer that starts a process",
                        process(
                                "p",
                                "<bpmn:startEvent id='s'>"
                                        + "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                        + "</bpmn:startEvent>" + flow("s", "e") + end("e"))));
    }

    private static Arguments step(String name, String element) {
        return Arguments.of(name, process("p", start("s") + flow("s", "x") + element + flow("x", "e") + end("e")));
    }

    private static Arguments condition(String name, String text) {
        String expression = text == null
                ? "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='javascript'>true</bpmn:conditionExpression>"
                : "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>" + text + "</bpmn:conditionExpression>";
        return Arguments.of(
                name + " in a condition",
                process(
                        "p",
                        start("s") + flow("s", "g")
                                + "<bpmn:exclusiveGateway id='g'/>"
                                + "<bpmn:sequenceFlow id='g--e' sourceRef='g' targetRef='e'>" + expression
                                + "</bpmn:sequenceFlow>"
                                + end("e")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void is_refused_when_it_is_read(String name, String xml) {
        assertThatThrownBy(() -> engine.deploy("p", 1, xml)).isInstanceOf(RuntimeException.class);
        assertThat(RAN).hasValue(0);
    }

    @Test
    void a_diagram_changed_in_the_engines_tables_is_refused_when_it_is_read_again() {
        String definition = engine.deploy(
                "p", 1, process("p", start("s") + flow("s", "x") + task("x") + flow("x", "e") + end("e")));
        String hostile = process(
                "p",
                start("s") + flow("s", "x") + "<bpmn:serviceTask id='x' camunda:class='" + CODE + "'/>" + flow("x", "e")
                        + end("e"));
        database.jdbc()
                .sql("update engine.act_ge_bytearray set bytes_ = ?")
                .param(hostile.getBytes(StandardCharsets.UTF_8))
                .update();
        OpenEngine restarted = OpenEngine.over(database);
        Travelled travelled = new Travelled();
        assertThatThrownBy(
                        () -> Journey.during(travelled, () -> restarted.engine().start(definition, "p")))
                .hasStackTraceContaining("RefusedDiagram");
        assertThat(RAN).hasValue(0);
        restarted.close();
    }

    @Test
    void nothing_moves_outside_of_a_journey() {
        String definition = engine.deploy(
                "p", 1, process("p", start("s") + flow("s", "x") + task("x") + flow("x", "e") + end("e")));
        assertThatThrownBy(() -> engine.start(definition, "p")).isInstanceOf(IllegalStateException.class);
    }
}
