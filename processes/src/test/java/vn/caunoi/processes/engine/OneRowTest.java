package vn.caunoi.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.task;
import static vn.caunoi.processes.engine.Diagram.timerOn;
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.engine.state.InstanceState;
import vn.caunoi.processes.engine.state.NotKept;
import vn.caunoi.processes.engine.state.Subscription;
import vn.caunoi.processes.engine.state.TimerJob;
import vn.caunoi.processes.engine.state.Token;

/** The engine on its instances of one row each: what it keeps, what it refuses, what a failure leaves. */
class OneRowTest {

    private static final String MODEL = process(
            "p",
            start("s")
                    + flow("s", "t")
                    + task("t")
                    + timerOn("late", "t", "P3D")
                    + flow("late", "x")
                    + end("x")
                    + flow("t", "m")
                    + catching("m", "petition.noted")
                    + flow("m", "u")
                    + task("u")
                    + flow("u", "e")
                    + end("e")
                    + whenever("w", true, "petition.withdrawn", flow("w-start", "w-end") + end("w-end")),
            "petition.noted",
            "petition.withdrawn");

    private static TestDatabase database;
    private static OpenEngine open;
    private static Engine engine;
    private static String definition;

    private final Travelled travelled = new Travelled();

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        open = OpenEngine.over(database);
        engine = open.engine();
        definition = engine.deploy("p", 1, MODEL);
    }

    @AfterAll
    static void close() {
        open.close();
        database.close();
    }

    @Test
    void tokens_messages_and_timers_are_kept_as_the_engine_has_them() {
        InstanceState state = state(started());
        assertThat(state.tokens())
                .extracting(Token::activity, Token::active, Token::scope)
                .hasSize(2);
        assertThat(state.tokens()).extracting(Token::process).containsOnly("p");
        assertThat(state.tokens().iterator().next().businessKey()).isEqualTo("petition");
        assertThat(state.subscriptions()).extracting(Subscription::event).containsExactly("petition.withdrawn");
        assertThat(state.timers()).extracting(TimerJob::activity).containsExactly("late");
    }

    @Test
    void no_statement_about_what_runs_is_sent_during_a_cases_life() {
        database.jdbc().sql("""
                do $$ declare name text; begin
                  for name in select tablename from pg_tables
                      where schemaname = 'engine' and tablename like 'act\\_ru\\_%' and tablename <> 'act_ru_jobdef' loop
                    execute 'alter table engine.' || name || ' rename to hidden_' || name;
                  end loop;
                end $$""").update();
        String instance = started();
        complete(instance);
        deliver(instance, "petition.noted");
        moved(() -> engine.stepBack(definition, instance, "t"));
        moved(() -> engine.fire(engine.timers(instance).getFirst()));
        String withdrawn = started();
        deliver(withdrawn, "petition.withdrawn");
        String ended = started();
        moved(() -> engine.end(ended));
        String next = engine.deploy("p", 2, MODEL.replace("P3D", "P4D"));
        String migrated = started();
        assertThat(engine.standing(definition, List.of(migrated))).containsOnlyKeys(migrated);
        moved(() -> engine.migrate(definition, next, Map.of(), migrated));
        assertThat(engine.timers(migrated)).singleElement().satisfies(timer -> assertThat(timer.due())
                .isEqualTo(Travelled.NOW.plus(java.time.Duration.ofDays(4))));
        complete(migrated);
        deliver(migrated, "petition.noted");
        complete(migrated);
        assertThat(engine.instances().look(List.of(instance, withdrawn, ended, migrated)))
                .isEmpty();
        database.jdbc().sql("""
                do $$ declare name text; begin
                  for name in select tablename from pg_tables
                      where schemaname = 'engine' and tablename like 'hidden\\_%' loop
                    execute 'alter table engine.' || name || ' rename to ' || substr(name, 8);
                  end loop;
                end $$""").update();
    }

    @Test
    void whatever_else_a_diagram_may_hold_runs_on_it_too() {
        String model = process(
                "q",
                start("s")
                        + flow("s", "fork")
                        + "<bpmn:parallelGateway id='fork'/>"
                        + flow("fork", "a")
                        + task("a")
                        + flow("a", "join")
                        + flow("fork", "sub")
                        + "<bpmn:subProcess id='sub'>"
                        + start("i")
                        + flow("i", "r")
                        + "<bpmn:receiveTask id='r' messageRef='m-petition.noted'/>"
                        + flow("r", "ie")
                        + end("ie")
                        + "</bpmn:subProcess>"
                        + "<bpmn:boundaryEvent id='away' attachedToRef='sub' cancelActivity='false'>"
                        + "<bpmn:messageEventDefinition id='away-def' messageRef='m-petition.withdrawn'/>"
                        + "</bpmn:boundaryEvent>"
                        + flow("away", "ae")
                        + end("ae")
                        + timerOn("late", "sub", "P9D")
                        + flow("late", "le")
                        + end("le")
                        + flow("sub", "join")
                        + "<bpmn:parallelGateway id='join'/>"
                        + flow("join", "or")
                        + "<bpmn:inclusiveGateway id='or'/>"
                        + flow("or", "b", "!withdrawn")
                        + flow("or", "c", "!withdrawn")
                        + task("b")
                        + task("c")
                        + flow("b", "nor")
                        + flow("c", "nor")
                        + "<bpmn:inclusiveGateway id='nor'/>"
                        + flow("nor", "first")
                        + "<bpmn:eventBasedGateway id='first'/>"
                        + flow("first", "noted")
                        + catching("noted", "petition.noted")
                        + flow("noted", "z")
                        + flow("first", "withdrawn")
                        + catching("withdrawn", "petition.withdrawn")
                        + flow("withdrawn", "z")
                        + "<bpmn:endEvent id='z'><bpmn:terminateEventDefinition id='z-def'/></bpmn:endEvent>",
                "petition.noted",
                "petition.withdrawn");
        String other = engine.deploy("q", 1, model);
        String instance = answered(() -> engine.start(other, "petition").orElseThrow());
        deliver(instance, "petition.withdrawn");
        complete(instance);
        deliver(instance, "petition.noted");
        assertThat(engine.timers(instance)).isEmpty();
        List<Journey.TaskStep> both = travelled.tasks.stream()
                .filter(task -> task.activity().equals("b") || task.activity().equals("c"))
                .toList();
        assertThat(both).hasSize(2);
        moved(() -> both.forEach(task -> engine.complete(instance, task.activityInstance())));
        assertThat(engine.waiting(instance, "petition.noted")).hasSize(1);
        deliver(instance, "petition.withdrawn");
        assertThat(travelled.log).endsWith("end z", "ended q");
        assertThat(engine.instances().state(instance)).isEmpty();
    }

    @Test
    void what_a_failed_move_has_done_is_not_there() {
        String instance = started();
        InstanceState before = state(instance);
        travelled.fails = true;
        assertThatThrownBy(() -> complete(instance)).hasMessageContaining("as told");
        assertThat(state(instance)).isEqualTo(before);
        try (var moving = engine.instances().open(List.of(instance))) {
            assertThatThrownBy(() -> complete(instance)).hasMessageContaining("as told");
            assertThat(state(instance)).isEqualTo(before);
            travelled.fails = false;
            complete(instance);
            moving.flush();
        }
        assertThat(state(instance).subscriptions())
                .extracting(Subscription::event)
                .containsExactlyInAnyOrder("petition.withdrawn", "petition.noted");
    }

    @Test
    void a_transaction_that_is_rolled_back_takes_the_move_with_it() {
        String instance = started();
        InstanceState before = state(instance);
        open.transaction().executeWithoutResult(status -> {
            complete(instance);
            status.setRollbackOnly();
        });
        assertThat(state(instance)).isEqualTo(before);
        complete(instance);
    }

    @Test
    void two_instances_are_moved_in_turn_without_mixing_them_up() {
        String one = started();
        String task = travelled.tasks.getLast().activityInstance();
        String other = started();
        try (var moving = engine.instances().open(List.of(one, other))) {
            complete(other);
            InstanceState moved = state(other);
            moved(() -> engine.complete(one, task));
            assertThat(state(other)).isEqualTo(moved);
            deliver(one, "petition.noted");
            assertThat(state(other)).isEqualTo(moved);
            moving.flush();
        }
        assertThat(engine.waiting(one, "petition.noted")).isEmpty();
        assertThat(engine.waiting(other, "petition.noted")).hasSize(1);
    }

    @Test
    void questions_that_were_not_thought_of_are_refused_rather_than_answered_with_nothing() {
        String instance = started();
        var runtime = open.camunda().getRuntimeService();
        assertThatThrownBy(() -> runtime.createProcessInstanceQuery().count()).isInstanceOf(NotKept.class);
        assertThatThrownBy(() -> runtime.createExecutionQuery().list()).isInstanceOf(NotKept.class);
        assertThatThrownBy(() -> runtime.createEventSubscriptionQuery().list()).isInstanceOf(NotKept.class);
        assertThatThrownBy(() -> runtime.createVariableInstanceQuery().list()).isInstanceOf(NotKept.class);
        assertThatThrownBy(() ->
                        open.camunda().getManagementService().createJobQuery().list())
                .isInstanceOf(NotKept.class);
        assertThat(open.camunda().getTaskService().createTaskQuery().list()).isEmpty();
        assertThatThrownBy(() -> run(context -> context.getJobManager().findJobsByHandlerType("message")))
                .isInstanceOf(NotKept.class);
        assertThatThrownBy(() -> engine.instances()
                        .during(
                                instance,
                                () -> run(context -> context.getDbEntityManager()
                                        .selectList("selectExecutionsByParentExecutionId", 7))))
                .isInstanceOf(NotKept.class);
    }

    @Test
    void what_no_diagram_brings_about_is_not_kept() {
        String instance = started();
        assertThatThrownBy(() -> engine.instances().during(instance, () -> {
                    open.camunda().getRuntimeService().setVariable(instance, "name", "value");
                    return true;
                }))
                .hasStackTraceContaining("VariableInstanceEntity");
        assertThatThrownBy(() -> engine.instances().during(instance, () -> {
                    open.camunda().getRuntimeService().suspendProcessInstanceById(instance);
                    return true;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> run(context -> {
                    context.getDbEntityManager().insert(new MessageEntity());
                    return null;
                }))
                .hasStackTraceContaining("MessageEntity");
    }

    @Test
    void nobody_asks_the_engine_about_an_instance_that_is_not_being_moved() {
        String instance = started();
        assertThatThrownBy(() -> open.camunda().getRuntimeService().getActivityInstance(instance))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none is being moved");
    }

    @Test
    void an_unknown_instance_is_an_error() {
        assertThatThrownBy(() -> moved(() -> engine.complete("5b6b4e8e-1111-11f0-9d5c-0242ac110002", "t:1")))
                .hasMessageContaining("the engine knows no instance");
        assertThat(engine.timers("5b6b4e8e-1111-11f0-9d5c-0242ac110002")).isEmpty();
    }

    private static InstanceState state(String instance) {
        return engine.instances().state(instance).orElseThrow();
    }

    private static <T> T run(Command<T> command) {
        var settings = (ProcessEngineConfigurationImpl) open.camunda().getProcessEngineConfiguration();
        return settings.getCommandExecutorTxRequired().execute(command);
    }

    private String started() {
        return answered(() -> engine.start(definition, "petition").orElseThrow());
    }

    private void complete(String instance) {
        String task = travelled.tasks.stream()
                .filter(reached -> reached.instance().equals(instance))
                .reduce((before, after) -> after)
                .orElseThrow()
                .activityInstance();
        moved(() -> engine.complete(instance, task));
    }

    private void deliver(String instance, String event) {
        moved(() -> engine.waiting(instance, event).forEach(engine::deliver));
    }

    private void moved(Runnable move) {
        Journey.during(travelled, move);
    }

    private <T> T answered(Supplier<T> move) {
        AtomicReference<T> result = new AtomicReference<>();
        Journey.during(travelled, () -> result.set(move.get()));
        return result.get();
    }
}
