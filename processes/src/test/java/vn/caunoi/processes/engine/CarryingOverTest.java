package vn.caunoi.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.task;
import static vn.caunoi.processes.engine.Diagram.timerOn;
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.engine.state.Instances;
import vn.caunoi.processes.engine.state.Subscription;

/** A store of the version before, in which the engine kept what runs in its own tables. */
class CarryingOverTest {

    private static final String MODEL = process(
            "p",
            start("s")
                    + flow("s", "t")
                    + task("t")
                    + timerOn("late", "t", "P3D")
                    + flow("late", "reminded")
                    + task("reminded")
                    + flow("reminded", "e")
                    + flow("t", "m")
                    + catching("m", "petition.noted")
                    + flow("m", "e")
                    + end("e")
                    + whenever("w", true, "petition.withdrawn", flow("w-start", "w-end") + end("w-end")),
            "petition.noted",
            "petition.withdrawn");

    private final TestDatabase database = TestDatabase.fresh();
    private final Travelled travelled = new Travelled();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_ran_under_the_version_before_goes_on() {
        List<String> running = asTheVersionBefore(4);
        assertThat(count("act_ru_execution")).isEqualTo(8);
        try (OpenEngine open = OpenEngine.over(database)) {
            Engine engine = open.engine();
            assertThat(count("act_ru_execution") + count("act_ru_event_subscr") + count("act_ru_job"))
                    .isZero();
            assertThat(count("instance")).isEqualTo(4);
            assertThat(open.instances().state(running.getFirst()).orElseThrow().subscriptions())
                    .extracting(Subscription::event)
                    .containsExactly("petition.withdrawn");
            assertThat(engine.timers(running.getFirst())).singleElement().satisfies(timer -> assertThat(timer.due())
                    .isEqualTo(Travelled.NOW.plus(Duration.ofDays(3))));
            Journey.during(travelled, () -> {
                engine.complete(running.get(0), travelled.tasks.get(0).activityInstance());
                engine.waiting(running.get(0), "petition.noted").forEach(engine::deliver);
                engine.waiting(running.get(1), "petition.withdrawn").forEach(engine::deliver);
                engine.fire(engine.timers(running.get(2)).getFirst());
                engine.end(running.get(3));
            });
            assertThat(travelled.log)
                    .endsWith(
                            "end e",
                            "ended p",
                            "left t",
                            "end w-end",
                            "ended p",
                            "left t",
                            "task reminded",
                            "left t",
                            "ended p");
            assertThat(count("instance")).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_carried_over_twice() {
        List<String> running = asTheVersionBefore(1);
        OpenEngine.over(database).close();
        try (OpenEngine again = OpenEngine.over(database)) {
            Journey.during(travelled, () -> again.engine()
                    .complete(running.getFirst(), travelled.tasks.getFirst().activityInstance()));
        }
        Instances instances = OpenEngine.over(database).instances();
        assertThat(instances.state(running.getFirst()).orElseThrow().subscriptions())
                .extracting(Subscription::event)
                .containsExactlyInAnyOrder("petition.withdrawn", "petition.noted");
    }

    private List<String> asTheVersionBefore(int cases) {
        ProcessEngine before = EngineConfiguration.settings(
                        database.dataSource(), new DataSourceTransactionManager(database.dataSource()))
                .buildProcessEngine();
        String definition = before.getRepositoryService()
                .createDeployment()
                .addString("p.bpmn", MODEL)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .getFirst()
                .getId();
        Journey.during(travelled, () -> {
            for (int n = 0; n < cases; n++) before.getRuntimeService().startProcessInstanceById(definition, "petition");
        });
        before.close();
        return travelled.tasks.stream().map(Journey.TaskStep::instance).toList();
    }

    private int count(String table) {
        return database.jdbc()
                .sql("select count(*) from engine." + table)
                .query(Integer.class)
                .single();
    }
}
