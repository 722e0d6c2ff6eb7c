package vn.caunoi.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.action;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.task;
import static vn.caunoi.processes.engine.Diagram.timer;
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.TestDatabase;

class EngineTest {

    private static TestDatabase database;
    private static OpenEngine open;
    private static Engine engine;

    private final Travelled travelled = new Travelled();

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

    @Test
    void the_engine_keeps_no_history_runs_no_jobs_and_makes_ids_without_a_connection_of_its_own() {
        var settings = (ProcessEngineConfigurationImpl) open.camunda().getProcessEngineConfiguration();
        assertThat(settings.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_NONE);
        assertThat(settings.isJobExecutorActivate()).isFalse();
        assertThat(settings.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
        assertThat(settings.getBeans()).isEmpty();
    }

    @Test
    void a_process_waits_at_its_task_and_ends_where_the_facts_lead() {
        String model = process(
                "process-a",
                start("s") + flow("s", "t") + task("t") + flow("t", "g")
                        + "<bpmn:exclusiveGateway id='g' default='g--no'/>" + flow("g", "no")
                        + flow("g", "yes", "outcome == 'accept' && !withdrawn") + end("no") + end("yes"));
        String instance = started(model);
        travelled.facts.put("outcome", "accept");
        complete(instance);
        assertThat(travelled.log).containsExactly("task t", "end yes", "ended process-a");
        assertThat(engine.instances().state(instance)).isEmpty();
    }

    @Test
    void actions_run_at_once_with_their_constants_and_nothing_is_stored_as_a_variable() {
        String model = process(
                "process-b",
                start("s")
                        + flow("s", "x")
                        + action("x", "set-deadline", "stage", "process")
                        + flow("x", "t")
                        + task("t")
                        + flow("t", "e")
                        + end("e"));
        started(model);
        assertThat(travelled.log).containsExactly("act set-deadline {stage=process}", "task t");
        assertThat(database.jdbc()
                        .sql("select count(*) from engine.act_ru_variable")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.jdbc()
                        .sql("select count(*) from engine.act_ru_ext_task")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_interrupting_message_leaves_the_open_task() {
        String model = process(
                "process-c",
                start("s")
                        + flow("s", "t")
                        + task("t")
                        + flow("t", "e")
                        + end("e")
                        + whenever("w", true, "petition.withdrawn", flow("w-start", "w-end") + end("w-end")),
                "petition.withdrawn");
        String instance = started(model);
        moved(() -> {
            engine.waiting(instance, "petition.withdrawn").forEach(engine::deliver);
            return null;
        });
        assertThat(travelled.log).containsExactly("task t", "left t", "end w-end", "ended process-c");
    }

    @Test
    void a_message_that_does_not_interrupt_runs_beside_and_again() {
        String model = process(
                "process-d",
                start("s")
                        + flow("s", "t")
                        + task("t")
                        + flow("t", "e")
                        + end("e")
                        + whenever(
                                "w",
                                false,
                                "petition.deadline-missed",
                                flow("w-start", "x")
                                        + action("x", "escalate", "level", "1")
                                        + flow("x", "w-end")
                                        + end("w-end")),
                "petition.deadline-missed");
        String instance = started(model);
        for (int i = 0; i < 2; i++) {
            moved(() -> {
                engine.waiting(instance, "petition.deadline-missed").forEach(engine::deliver);
                return null;
            });
        }
        assertThat(travelled.log)
                .containsExactly(
                        "task t", "act escalate {level=1}", "end w-end", "act escalate {level=1}", "end w-end");
        complete(instance);
        assertThat(travelled.log).endsWith("end e", "ended process-d");
    }

    @Test
    void catches_take_the_latest_event_and_event_subprocesses_only_new_ones() {
        String model = process(
                "process-e",
                start("s")
                        + flow("s", "m")
                        + catching("m", "petition.noted")
                        + flow("m", "e")
                        + end("e")
                        + whenever("w", true, "petition.noted", flow("w-start", "w-end") + end("w-end")),
                "petition.noted");
        String instance = started(model);
        assertThat(engine.waiting(instance, "petition.noted"))
                .extracting(Engine.Catch::latest)
                .containsExactly(false, true);
    }

    @Test
    void timers_count_from_the_event_and_fire_only_when_told() {
        String model = process(
                "process-f",
                start("s")
                        + flow("s", "w")
                        + timer("w", "P3DT1H")
                        + flow("w", "t")
                        + task("t")
                        + flow("t", "e")
                        + end("e"));
        String instance = started(model);
        assertThat(engine.timers(instance)).singleElement().satisfies(timer -> {
            assertThat(timer.activity()).isEqualTo("w");
            assertThat(timer.due()).isEqualTo(Travelled.NOW.plus(Duration.ofHours(73)));
        });
        moved(() -> {
            engine.fire(engine.timers(instance).getFirst());
            return null;
        });
        assertThat(travelled.log).containsExactly("task t");
        assertThat(engine.timers(instance)).isEmpty();
    }

    @Test
    void stepping_back_leaves_what_is_open_and_goes_on_before_the_step() {
        String model = process(
                "process-g",
                start("s")
                        + flow("s", "t1")
                        + task("t1")
                        + flow("t1", "t2")
                        + task("t2")
                        + flow("t2", "e")
                        + end("e")
                        + whenever(
                                "w",
                                false,
                                "petition.deadline-missed",
                                flow("w-start", "t3") + task("t3") + flow("t3", "w-end") + end("w-end")),
                "petition.deadline-missed");
        String definition = moved(() -> engine.deploy("g", 1, model));
        String instance = moved(() -> engine.start(definition, "p").orElseThrow());
        complete(instance);
        moved(() -> {
            engine.waiting(instance, "petition.deadline-missed").forEach(engine::deliver);
            engine.stepBack(definition, instance, "t1");
            return null;
        });
        assertThat(travelled.log).containsExactly("task t1", "task t2", "task t3", "left t2", "task t1");
        complete(instance);
        assertThat(travelled.log).endsWith("task t2");
    }

    private String started(String model) {
        return moved(() -> engine.start(engine.deploy("x", 1, model), "p").orElseThrow());
    }

    private void complete(String instance) {
        moved(() -> {
            engine.complete(instance, travelled.tasks.getLast().activityInstance());
            return null;
        });
    }

    private <T> T moved(Supplier<T> move) {
        AtomicReference<T> result = new AtomicReference<>();
        Journey.during(travelled, () -> result.set(move.get()));
        return result.get();
    }
}
