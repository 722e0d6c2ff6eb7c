package vn.caunoi.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.caunoi.core.testing.TestDatabase;

/**
 * Every way we know by which a diagram could reach code, put straight into the engine past check and publication: the engine
 * itself refuses it when it reads it, and a canary stays alive.
 */
class AttemptsAtTheEngineTest {

    private static final String CODE = Canary.class.getName();
    private static final String CALL = "${''.getClass().forName('" + CODE + "').getMethod('sing').invoke(null)}";
    private static final AtomicInteger SUNG = new AtomicInteger();

    @TempDir
    private static Path cage;

    private static TestDatabase database;
    private static OpenEngine open;

    /** What an attempt would run. */
    public static final class Canary implements JavaDelegate, ExecutionListener, TaskListener {

        static {
            SUNG.incrementAndGet();
        }

        public static int sing() {
            return SUNG.incrementAndGet();
        }

        @Override
        public void execute(DelegateExecution execution) {
            sing();
        }

        @Override
        public void notify(DelegateExecution execution) {
            sing();
        }

        @Override
        public void notify(DelegateTask task) {
            sing();
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        open = OpenEngine.over(database);
    }

    @AfterAll
    static void close() {
        open.close();
        database.close();
    }

    @AfterEach
    void the_canary_lives() throws IOException {
        assertThat(SUNG).hasValue(0);
        try (Stream<Path> files = Files.list(cage)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("written")))
                    .isEmpty();
        }
    }

    static Stream<Arguments> attempts() {
        return Stream.of(scripts(), code(), listeners(), expressions(), mappings(), forms(), calls(), elements())
                .flatMap(attempts -> attempts);
    }

    private static Stream<Arguments> scripts() {
        return Stream.of("javascript", "groovy", "juel", "python", "ruby", "feel", "")
                .flatMap(language -> Stream.of(
                        step(
                                "a script task in " + language,
                                "<bpmn:scriptTask id='x' scriptFormat='" + language + "'><bpmn:script>"
                                        + writing(language) + "</bpmn:script></bpmn:scriptTask>"),
                        on(
                                "a script as a listener in " + language,
                                "<camunda:executionListener event='start'><camunda:script scriptFormat='" + language
                                        + "'>" + writing(language) + "</camunda:script></camunda:executionListener>")));
    }

    private static Stream<Arguments> code() {
        return Stream.of(
                step(
                        "a script of a resource",
                        "<bpmn:scriptTask id='x' scriptFormat='groovy' camunda:resource='classpath://x'/>"),
                step("a class", "<bpmn:serviceTask id='x' camunda:class='" + CODE + "'/>"),
                step("a class in a send task", "<bpmn:sendTask id='x' camunda:class='" + CODE + "'/>"),
                step("a class in a rule task", "<bpmn:businessRuleTask id='x' camunda:class='" + CODE + "'/>"),
                step(
                        "a delegate expression",
                        "<bpmn:serviceTask id='x' camunda:delegateExpression='" + quoted(CALL) + "'/>"),
                step("an expression", "<bpmn:serviceTask id='x' camunda:expression='" + quoted(CALL) + "'/>"),
                step(
                        "an expression whose result is kept",
                        "<bpmn:serviceTask id='x' camunda:expression='" + quoted(CALL)
                                + "' camunda:resultVariable='y'/>"),
                step("a mail", "<bpmn:serviceTask id='x' camunda:type='mail'/>"),
                step("a shell", "<bpmn:serviceTask id='x' camunda:type='shell'/>"),
                step(
                        "an external task whose topic is an expression",
                        "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='" + quoted(CALL) + "'/>"),
                step(
                        "an external task with a priority",
                        "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='route' camunda:taskPriority='"
                                + quoted(CALL) + "'/>"),
                step(
                        "a field of a class",
                        "<bpmn:serviceTask id='x' camunda:class='" + CODE
                                + "'><bpmn:extensionElements><camunda:field name='y'>"
                                + "<camunda:expression>" + CALL
                                + "</camunda:expression></camunda:field></bpmn:extensionElements></bpmn:serviceTask>"),
                step(
                        "an error of an external task",
                        "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='route'><bpmn:extensionElements>"
                                + "<camunda:errorEventDefinition errorRef='e' expression='" + quoted(CALL)
                                + "'/></bpmn:extensionElements></bpmn:serviceTask>"),
                step(
                        "a connector",
                        "<bpmn:serviceTask id='x'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector"
                                + "</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>"));
    }

    private static Stream<Arguments> listeners() {
        return Stream.of(
                        "class='" + CODE + "'",
                        "expression='" + quoted(CALL) + "'",
                        "delegateExpression='" + quoted(CALL) + "'")
                .flatMap(how -> Stream.of(
                        on("an execution listener, " + how, "<camunda:executionListener event='start' " + how + "/>"),
                        on(
                                "an execution listener at the end, " + how,
                                "<camunda:executionListener event='end' " + how + "/>"),
                        on("a task listener, " + how, "<camunda:taskListener event='create' " + how + "/>"),
                        on(
                                "a task listener of an assignment, " + how,
                                "<camunda:taskListener event='assignment' " + how + "/>"),
                        onProcess(
                                "a listener of the process, " + how,
                                "<camunda:executionListener event='start' " + how + "/>"),
                        onFlow(
                                "a listener of a flow, " + how,
                                "<camunda:executionListener event='take' " + how + "/>")));
    }

    private static Stream<Arguments> expressions() {
        return Stream.of(
                        CALL,
                        "#{''.getClass()}",
                        "${outcome.length() == 0}",
                        "${outcome.bytes == null}",
                        "${execution.processInstance.id == ''}",
                        "${T(java.lang.Runtime).getRuntime() == null}",
                        "${facts['kind'] == ''}",
                        "${kind == 'a' ? true : false}",
                        "${empty kind}",
                        "${true}${true}",
                        "${kind.class.name == ''}",
                        "true",
                        "")
                .map(text -> Arguments.of(
                        "the condition " + text,
                        process(
                                "p",
                                start("s") + flow("s", "g") + "<bpmn:exclusiveGateway id='g'/>"
                                        + "<bpmn:sequenceFlow id='g--e' sourceRef='g' targetRef='e'>"
                                        + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>" + text
                                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>" + end("e"))));
    }

    private static Stream<Arguments> mappings() {
        String action =
                "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='notify'><bpmn:extensionElements>"
                        + "<camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>";
        return Stream.of(
                step(
                        "an expression as an input",
                        action.formatted("<camunda:inputParameter name='to'>" + CALL + "</camunda:inputParameter>")),
                step(
                        "a script as an input",
                        action.formatted(
                                "<camunda:inputParameter name='to'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter>")),
                step(
                        "a list of expressions as an input",
                        action.formatted("<camunda:inputParameter name='to'><camunda:list><camunda:value>" + CALL
                                + "</camunda:value></camunda:list></camunda:inputParameter>")),
                step(
                        "a map of expressions as an input",
                        action.formatted("<camunda:inputParameter name='to'><camunda:map><camunda:entry key='a'>" + CALL
                                + "</camunda:entry></camunda:map></camunda:inputParameter>")),
                step(
                        "an output",
                        action.formatted("<camunda:outputParameter name='to'>" + CALL + "</camunda:outputParameter>")));
    }

    private static Stream<Arguments> forms() {
        UnaryOperator<String> attribute = name ->
                "<bpmn:userTask id='x' camunda:candidateGroups='clerk' camunda:" + name + "='" + quoted(CALL) + "'/>";
        return Stream.concat(
                Stream.of(
                                "formKey",
                                "formRef",
                                "assignee",
                                "dueDate",
                                "followUpDate",
                                "candidateUsers",
                                "priority",
                                "formHandlerClass",
                                "jobPriority")
                        .map(name -> step(name + " as an expression", attribute.apply(name))),
                Stream.of(
                        step(
                                "groups as an expression",
                                "<bpmn:userTask id='x' camunda:candidateGroups='" + quoted(CALL) + "'/>"),
                        step(
                                "an owner by expression",
                                "<bpmn:userTask id='x'><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>"
                                        + CALL
                                        + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner></bpmn:userTask>"),
                        on(
                                "a form of the engine",
                                "<camunda:formData><camunda:formField id='f' type='string' defaultValue='"
                                        + quoted(CALL)
                                        + "'><camunda:validation><camunda:constraint name='validator' config='" + CODE
                                        + "'/></camunda:validation></camunda:formField></camunda:formData>"),
                        on(
                                "a property that is an expression",
                                "<camunda:properties><camunda:property name='caught' value='" + quoted(CALL)
                                        + "'/></camunda:properties>"),
                        on(
                                "retries",
                                "<camunda:failedJobRetryTimeCycle>" + CALL + "</camunda:failedJobRetryTimeCycle>")));
    }

    private static Stream<Arguments> calls() {
        return Stream.of(
                step("a call", "<bpmn:callActivity id='x' calledElement='other'/>"),
                step("a call by expression", "<bpmn:callActivity id='x' calledElement='" + quoted(CALL) + "'/>"),
                step(
                        "a call with mapped variables",
                        "<bpmn:callActivity id='x' calledElement='other'><bpmn:extensionElements><camunda:in sourceExpression='"
                                + quoted(CALL) + "' target='y'/><camunda:out sourceExpression='" + quoted(CALL)
                                + "' target='z'/></bpmn:extensionElements></bpmn:callActivity>"),
                step(
                        "a call with mapping code",
                        "<bpmn:callActivity id='x' calledElement='other' camunda:variableMappingClass='" + CODE
                                + "'/>"),
                step("a decision", "<bpmn:businessRuleTask id='x' camunda:decisionRef='d'/>"),
                step(
                        "a decision by expression",
                        "<bpmn:businessRuleTask id='x' camunda:decisionRef='" + quoted(CALL) + "'/>"),
                step("a case", "<bpmn:callActivity id='x' camunda:caseRef='c'/>"),
                step(
                        "several instances by a collection",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk'><bpmn:multiInstanceLoopCharacteristics camunda:collection='"
                                + quoted(CALL) + "' camunda:elementVariable='y'/></bpmn:userTask>"),
                step(
                        "several instances by a number",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>"
                                + CALL + "</bpmn:loopCardinality><bpmn:completionCondition>" + CALL
                                + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>"),
                step(
                        "a loop",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk'><bpmn:standardLoopCharacteristics/></bpmn:userTask>"));
    }

    private static Stream<Arguments> elements() {
        UnaryOperator<String> timer = time -> "<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition>" + time
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        return Stream.of(
                step("a duration by expression", timer.apply("<bpmn:timeDuration>" + CALL + "</bpmn:timeDuration>")),
                step("a date by expression", timer.apply("<bpmn:timeDate>" + CALL + "</bpmn:timeDate>")),
                step("a cycle", timer.apply("<bpmn:timeCycle>R3/PT1S</bpmn:timeCycle>")),
                step(
                        "a conditional event",
                        "<bpmn:intermediateCatchEvent id='x'><bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression'>"
                                + CALL
                                + "</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"),
                step(
                        "a message that is thrown by a class",
                        "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition camunda:class='" + CODE
                                + "'/></bpmn:intermediateThrowEvent>"),
                step(
                        "a signal that is thrown",
                        "<bpmn:intermediateThrowEvent id='x'><bpmn:signalEventDefinition signalRef='y'/></bpmn:intermediateThrowEvent>"),
                step(
                        "compensation",
                        "<bpmn:intermediateThrowEvent id='x'><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>"),
                step("a transaction", "<bpmn:transaction id='x'/>"),
                step("an ad-hoc subprocess", "<bpmn:adHocSubProcess id='x'/>"),
                step(
                        "something later",
                        "<bpmn:userTask id='x' camunda:candidateGroups='clerk' camunda:asyncAfter='true'/>"),
                onProcess("a starter by expression", "", " camunda:candidateStarterUsers='" + quoted(CALL) + "'"),
                onProcess("a priority of jobs", "", " camunda:jobPriority='" + quoted(CALL) + "'"),
                onProcess("a time to live by expression", "", " camunda:historyTimeToLive='" + quoted(CALL) + "'"),
                beside(
                        "an import",
                        "<bpmn:import importType='http://schemas.xmlsoap.org/wsdl/' location='file:///etc/passwd' namespace='urn:x'/>"),
                beside(
                        "an interface",
                        "<bpmn:interface id='i' name='i' implementationRef='" + CODE
                                + "'><bpmn:operation id='o' name='sing'><bpmn:inMessageRef>m</bpmn:inMessageRef></bpmn:operation></bpmn:interface>"),
                beside("an item of a class", "<bpmn:itemDefinition id='i' structureRef='" + CODE + "'/>"),
                beside("an escalation", "<bpmn:escalation id='e' escalationCode='x'/>"),
                beside(
                        "a second process",
                        "<bpmn:process id='q' isExecutable='true'><bpmn:startEvent id='t'/></bpmn:process>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void is_refused_by_the_engine(String name, String xml) {
        long before = definitions();
        assertThatThrownBy(() -> open.engine().deploy("p", 1, xml)).isInstanceOf(RuntimeException.class);
        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    void a_file_is_not_read_through_an_entity() throws IOException {
        Path secret = Files.writeString(cage.resolve("secret.txt"), "canary-in-a-file");
        String told =
                "<bpmn:userTask id='x' camunda:candidateGroups='officer'><bpmn:documentation>&secret;</bpmn:documentation>"
                        + "</bpmn:userTask>";
        String entity = "<!DOCTYPE a [<!ENTITY secret SYSTEM '" + secret.toUri() + "'>]>"
                + process("p", start("s") + flow("s", "x") + told + flow("x", "e") + end("e"))
                        .replaceFirst("^<\\?xml[^>]*\\?>", "");
        String known;
        try {
            String definition = open.engine().deploy("p", 1, entity);
            known = Bpmn.convertToString(open.camunda().getRepositoryService().getBpmnModelInstance(definition));
        } catch (RuntimeException refused) {
            known = String.valueOf(refused.getMessage());
        }
        assertThat(known).doesNotContain("canary-in-a-file");
    }

    @Test
    void decisions_and_cases_are_not_read_at_all() {
        var repository = open.camunda().getRepositoryService();
        String decision =
                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='urn:x'><decision id='d' name='d'>"
                        + "<literalExpression expressionLanguage='juel'><text>" + CALL.replace("<", "&lt;")
                        + "</text></literalExpression></decision></definitions>";
        try {
            repository.createDeployment().addString("d.dmn", decision).deploy();
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
        assertThatThrownBy(() -> open.camunda().getDecisionService().evaluateDecisionTableByKey("d", Map.of()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_asks_by_expression_or_brings_serialized_objects_is_refused() {
        assertThatThrownBy(() -> open.camunda()
                        .getTaskService()
                        .createTaskQuery()
                        .taskAssigneeExpression(CALL)
                        .list())
                .isInstanceOf(RuntimeException.class);
        String definition = open.engine()
                .deploy("p", 1, process("p", start("s") + flow("s", "x") + task("x") + flow("x", "e") + end("e")));
        Object object = Variables.serializedObjectValue("rO0ABXQAA2FiYw==")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                .objectTypeName("java.lang.String")
                .create();
        assertThatThrownBy(() -> Journey.during(new Travelled(), () -> open.camunda()
                        .getRuntimeService()
                        .startProcessInstanceById(definition, "k", Map.of("x", object))))
                .isInstanceOf(RuntimeException.class);
    }

    private static long definitions() {
        return open.camunda()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .count();
    }

    private static String writing(String language) {
        Path file = cage.resolve("written-" + (language.isEmpty() ? "none" : language));
        return "new java.io.File('" + file + "').createNewFile()";
    }

    /** In an attribute that is quoted by single quotes. */
    private static String quoted(String text) {
        return text.replace("'", "&apos;");
    }

    private static Arguments step(String name, String element) {
        return Arguments.of(name, process("p", start("s") + flow("s", "x") + element + flow("x", "e") + end("e")));
    }

    private static Arguments on(String name, String extension) {
        return step(
                name + " of a task",
                "<bpmn:userTask id='x' camunda:candidateGroups='clerk'><bpmn:extensionElements>" + extension
                        + "</bpmn:extensionElements></bpmn:userTask>");
    }

    private static Arguments onProcess(String name, String extension) {
        return onProcess(name, "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements>", "");
    }

    private static Arguments onProcess(String name, String content, String attributes) {
        String whole = process("p", content + start("s") + flow("s", "x") + task("x") + flow("x", "e") + end("e"));
        return Arguments.of(
                name,
                attributes.isEmpty()
                        ? whole
                        : whole.replaceFirst(
                                "<bpmn:process ",
                                "<bpmn:process" + java.util.regex.Matcher.quoteReplacement(attributes) + " "));
    }

    private static Arguments onFlow(String name, String extension) {
        return Arguments.of(
                name,
                process(
                        "p",
                        start("s") + "<bpmn:sequenceFlow id='s--x' sourceRef='s' targetRef='x'><bpmn:extensionElements>"
                                + extension + "</bpmn:extensionElements></bpmn:sequenceFlow>" + task("x")
                                + flow("x", "e") + end("e")));
    }

    private static Arguments beside(String name, String element) {
        String whole = process("p", start("s") + flow("s", "x") + task("x") + flow("x", "e") + end("e"));
        return Arguments.of(
                name,
                whole.replaceFirst(
                        "<bpmn:process ", java.util.regex.Matcher.quoteReplacement(element) + "<bpmn:process "));
    }
}
