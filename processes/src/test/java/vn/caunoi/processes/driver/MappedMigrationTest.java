package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.timer;
import static vn.caunoi.processes.engine.Diagram.timerOn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskCommand;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.driver.CaseMoves.Judged;
import vn.caunoi.processes.sweeper.Sweeper;

/** Cases go from a step to another one that a designer chose, with what is open there. */
@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class MappedMigrationTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String NOTE = "petition.note-added";
    private static final String WITHDRAWN = "petition.withdrawn";

    /** One step after the other. */
    private static String line(String... steps) {
        StringBuilder line = new StringBuilder(start("s"));
        String last = "s";
        for (String step : steps) {
            line.append(flow(last, step)).append(desk(step));
            last = step;
        }
        return line.append(flow(last, "e")).append(end("e")).toString();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private Town town;

    @Autowired
    private TestModels models;

    @Autowired
    private CaseMoves moves;

    @Autowired
    private EngineRebuild rebuild;

    @Autowired
    private Sweeper sweeper;

    @Test
    void an_open_task_stays_under_its_id_with_its_holder_and_is_the_step_it_was_sent_to() {
        int from = publish(line("one", "two"));
        PetitionId petition = town.handsIn();
        TaskEvent.TaskOpened open = town.openTasks(petition).getFirst();
        town.send(petition, new TaskCommand.ClaimTask(petition, open.task(), Town.CLERK));
        int to = publish(line("first", "two"));
        migrate(petition, from, to, Map.of("one", "first"));
        assertThat(town.events(petition, TaskEvent.TaskCarriedOver.class))
                .singleElement()
                .satisfies(carried -> {
                    assertThat(carried.task()).isEqualTo(open.task());
                    assertThat(carried.key()).isEqualTo("first");
                    assertThat(carried.occurrence()).isEqualTo(1);
                    assertThat(carried.assignee()).isEqualTo(new OfficerId("clerk1"));
                });
        assertThat(town.names(petition)).doesNotContain("task.cancelled", "incident.opened");
        town.completes(petition, "one");
        assertThat(town.events(petition, TaskEvent.TaskCompleted.class))
                .extracting(TaskEvent.TaskCompleted::key)
                .containsExactly("first");
        assertThat(town.openKeys(petition)).containsExactly("two");
        town.send(petition, new CaseCommand.SendBack(petition, "first", "reason", Cases.HEAD));
        assertThat(town.openTasks(petition)).singleElement().satisfies(again -> {
            assertThat(again.key()).isEqualTo("first");
            assertThat(again.occurrence()).isEqualTo(2);
        });
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
        town.completes(petition, "first");
        town.completes(petition, "two");
        assertThat(town.names(petition)).contains("process.ended");
    }

    @Test
    void a_case_is_sent_back_to_what_a_completed_step_has_become() {
        int from = publish(line("one", "two"));
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        migrate(petition, from, publish(line("first", "second")), Map.of("one", "first", "two", "second"));
        town.send(petition, new CaseCommand.SendBack(petition, "first", "reason", Cases.HEAD));
        assertThat(town.openKeys(petition)).containsExactly("first");
        assertThat(town.names(petition)).doesNotContain("incident.opened");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
    }

    @Test
    void two_steps_may_become_one_and_go_back_to_where_each_came_from() {
        int from = publish(line("one", "two"));
        PetitionId first = town.handsIn();
        PetitionId second = town.handsIn();
        town.completes(second, "one");
        int to = publish(line("both"));
        Map<String, String> steps = Map.of("one", "both", "two", "both");
        assertThat(moves.unfit(way(from, to, steps))).isEmpty();
        migrate(first, from, to, steps);
        migrate(second, from, to, steps);
        assertThat(carriedTo(first)).containsExactly("both");
        assertThat(carriedTo(second)).containsExactly("both");
        migrate(second, to, from, Map.of("both", "two"));
        assertThat(carriedTo(second)).containsExactly("both", "two");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
        town.completes(second, "two");
        assertThat(town.names(second)).contains("process.ended");
    }

    @Test
    void a_boundary_timer_runs_on_at_the_new_step_when_it_says_the_same_time() {
        int from = publish(line("one") + timerOn("late", "one", "P3D") + late("late", "x"));
        PetitionId petition = town.handsIn();
        town.passes(Duration.ofDays(2));
        int to = publish(line("first") + timerOn("overdue", "first", "P3D") + late("overdue", "y"));
        migrate(petition, from, to, Map.of("one", "first"));
        assertThat(town.names(petition)).containsOnlyOnce("timer.set").doesNotContain("timer.cancelled");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
        town.passes(Duration.ofDays(1).plusMinutes(1));
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.openKeys(petition)).contains("y");
    }

    @Test
    void a_boundary_timer_of_another_time_is_set_anew() {
        int from = publish(line("one") + timerOn("late", "one", "P3D") + late("late", "x"));
        PetitionId petition = town.handsIn();
        int to = publish(line("first") + timerOn("overdue", "first", "P9D") + late("overdue", "y"));
        migrate(petition, from, to, Map.of("one", "first"));
        assertThat(town.events(petition, FlowEvent.TimerCancelled.class)).hasSize(1);
        assertThat(town.events(petition, FlowEvent.TimerSet.class))
                .extracting(FlowEvent.TimerSet::activity)
                .containsExactly("late", "overdue");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
    }

    @Test
    void what_waits_for_an_event_or_a_time_waits_at_the_step_it_was_sent_to() {
        int from = publish(start("s") + flow("s", "c") + catching("c", NOTE) + after("c"), NOTE, WITHDRAWN);
        PetitionId noted = town.handsIn();
        int to = publish(start("s") + flow("s", "d") + catching("d", NOTE) + after("d"), NOTE, WITHDRAWN);
        migrate(noted, from, to, Map.of("c", "d"));
        town.send(noted, new CaseCommand.AddNote(noted, "now", Cases.OFFICER));
        assertThat(town.openKeys(noted)).containsExactly("two");
        int timed = publish(start("s") + flow("s", "w") + timer("w", "P3D") + after("w"));
        PetitionId waiting = town.handsIn();
        int next = publish(start("s") + flow("s", "v") + timer("v", "P3D") + after("v"));
        migrate(waiting, timed, next, Map.of("w", "v"));
        assertThat(town.names(waiting)).containsOnlyOnce("timer.set").doesNotContain("timer.cancelled");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
        town.passes(Duration.ofDays(4));
        sweeper.sweepUntilDone();
        town.settled(waiting);
        assertThat(town.openKeys(waiting)).containsExactly("two");
    }

    @Test
    void parallel_ways_go_along_to_their_join() {
        String ways = start("s") + flow("s", "f") + "<bpmn:parallelGateway id='f'/>" + flow("f", "a") + flow("f", "%s")
                + desk("a") + desk("%s") + flow("a", "j") + flow("%s", "j") + "<bpmn:parallelGateway id='j'/>"
                + after("j");
        int from = publish(ways.replace("%s", "b"));
        PetitionId petition = town.handsIn();
        town.completes(petition, "a");
        int to = publish(ways.replace("%s", "c"));
        migrate(petition, from, to, Map.of("b", "c"));
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
        town.completes(petition, "b");
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void steps_of_other_sorts_do_not_fit_and_an_order_that_says_so_is_an_incident() {
        int from = publish(line("one"));
        PetitionId petition = town.handsIn();
        int to = publish(start("s") + flow("s", "c") + catching("c", NOTE) + after("c"), NOTE);
        assertThat(moves.unfit(way(from, to, Map.of("one", "c"))))
                .hasEntrySatisfying("one", why -> assertThat(why).startsWith("one cannot become c"));
        assertThat(moves.unfit(way(from, to, Map.of("one", "nowhere"))))
                .containsEntry("one", "The new version has no step nowhere");
        migrate(petition, from, to, Map.of("one", "c"));
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> assertThat(incident.cause()).startsWith("one cannot become c"));
        assertThat(town.names(petition)).doesNotContain("process.migrated", "task.carried-over");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
    }

    @Test
    void where_cases_stand_is_counted_and_who_must_stay_is_named() {
        int from = publish(line("one", "two"));
        PetitionId first = town.handsIn();
        PetitionId second = town.handsIn();
        town.completes(second, "one");
        int to = publish(line("one"));
        assertThat(moves.standing(INTAKE, from)).isEqualTo(Map.of("one", 1, "two", 1));
        List<String> both = List.of(first.value(), second.value());
        assertThat(moves.judge(way(from, to, Map.of()), both))
                .filteredOn(one -> !one.missing().isEmpty())
                .extracting(Judged::petition)
                .containsExactly(second.value());
        assertThat(moves.judge(way(from, to, Map.of("one", "")), both))
                .allSatisfy(one -> assertThat(one.missing()).isNotEmpty());
    }

    private List<String> carriedTo(PetitionId petition) {
        return town.events(petition, TaskEvent.TaskCarriedOver.class).stream()
                .map(TaskEvent.TaskCarriedOver::key)
                .toList();
    }

    private static String after(String step) {
        return flow(step, "two") + desk("two") + flow("two", "e") + end("e");
    }

    private static String late(String timer, String step) {
        return flow(timer, step) + desk(step) + flow(step, "late-end") + end("late-end");
    }

    private static CaseMoves.Way way(int from, int to, Map<String, String> steps) {
        return new CaseMoves.Way(INTAKE, from, to, steps);
    }

    private int publish(String content, String... events) {
        return models.publish(INTAKE, process(INTAKE, content, events));
    }

    private void migrate(PetitionId petition, int from, int to, Map<String, String> steps) {
        town.send(petition, new Report.OrderMigration(petition, INTAKE, from, to, steps, "batch", Cases.DESIGNER));
    }
}
