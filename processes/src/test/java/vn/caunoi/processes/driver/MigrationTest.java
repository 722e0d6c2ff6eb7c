package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.action;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.timer;
import static vn.caunoi.processes.engine.Diagram.timerOn;
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.sweeper.Sweeper;

@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class MigrationTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String NOTE = "petition.note-added";
    private static final String WITHDRAWN = "petition.withdrawn";

    private static final String ONE = start("s") + flow("s", "one") + desk("one");
    private static final String ONE_TWO = ONE + flow("one", "two") + desk("two") + flow("two", "e") + end("e");
    private static final String ONE_THREE_TWO = ONE
            + flow("one", "three")
            + desk("three")
            + flow("three", "two")
            + desk("two")
            + flow("two", "e")
            + end("e");

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private Town town;

    @Autowired
    private TestModels models;

    @Autowired
    private RunningCases cases;

    @Autowired
    private CaseMoves moves;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void a_running_case_goes_on_by_the_new_version_and_its_open_task_keeps_its_id() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        TaskEvent.TaskOpened open = town.openTasks(petition).getFirst();
        int to = publish(ONE_THREE_TWO);
        migrate(petition, from, to);
        assertThat(town.events(petition, FlowEvent.ProcessMigrated.class))
                .containsExactly(new FlowEvent.ProcessMigrated(petition, INTAKE, from, to));
        assertThat(town.openTasks(petition)).containsExactly(open);
        assertThat(town.names(petition)).doesNotContain("task.cancelled", "incident.opened");
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("three");
        town.completes(petition, "three");
        town.completes(petition, "two");
        assertThat(town.names(petition)).contains("process.ended");
    }

    @Test
    void after_a_migration_occurrences_are_counted_on() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        migrate(petition, from, publish(ONE_THREE_TWO));
        town.send(petition, new CaseCommand.SendBack(petition, "one", "reason", Cases.HEAD));
        assertThat(town.openTasks(petition)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("one");
            assertThat(task.occurrence()).isEqualTo(2);
        });
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("three");
    }

    @Test
    void a_case_that_stands_where_the_new_version_has_no_step_is_an_incident_and_stays_on_the_old_one() {
        int from = publish(ONE_TWO);
        PetitionId stuck = town.handsIn();
        town.completes(stuck, "one");
        PetitionId other = town.handsIn();
        int to = publish(ONE + flow("one", "e") + end("e"));
        migrate(stuck, from, to);
        migrate(other, from, to);
        assertThat(town.events(stuck, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.event()).isEqualTo("process.migration-ordered");
                    assertThat(incident.process()).isEqualTo(INTAKE);
                    assertThat(incident.cause()).isEqualTo("The other version has no such step: two");
                });
        assertThat(version(stuck)).isEqualTo(from);
        assertThat(version(other)).isEqualTo(to);
        town.send(stuck, new Report.SkipIncident(stuck, 1, "reason", Cases.ADMIN));
        town.completes(stuck, "two");
        assertThat(town.names(stuck)).contains("process.ended").doesNotContain("process.migrated");
    }

    @Test
    void a_migration_that_failed_is_tried_again_before_what_waited_behind_it() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        int to = publish(ONE + flow("one", "e") + end("e"));
        migrate(petition, from, to);
        town.completes(petition, "two");
        assertThat(town.names(petition)).doesNotContain("process.ended");
        town.send(petition, new Report.RetryIncident(petition, 1, Cases.ADMIN));
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class)).hasSize(2);
        town.send(petition, new Report.SkipIncident(petition, 2, "reason", Cases.ADMIN));
        assertThat(town.names(petition)).contains("process.ended");
        assertThat(town.count("engine.running where petition = ?", petition.value()))
                .isZero();
    }

    @Test
    void a_case_stuck_in_a_broken_version_goes_on_under_the_mended_one() {
        int broken = publish(ONE + flow("one", "x") + action("x", "send-money") + flow("x", "e") + end("e"));
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        town.send(petition, new CaseCommand.AddNote(petition, "waits", Cases.OFFICER));
        assertThat(town.names(petition)).contains("incident.opened");
        int mended = publish(
                ONE
                        + flow("one", "c")
                        + catching("c", NOTE)
                        + flow("c", "two")
                        + desk("two")
                        + flow("two", "e")
                        + end("e"),
                NOTE);
        migrate(petition, broken, mended);
        assertThat(town.names(petition)).contains("incident.retried", "process.migrated");
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class)).hasSize(1);
        assertThat(town.openKeys(petition)).containsExactly("two");
        assertThat(parked(petition)).isZero();
        town.completes(petition, "two");
        assertThat(town.names(petition)).contains("process.ended");
    }

    @Test
    void a_stuck_case_that_cannot_migrate_stays_stuck_until_the_order_is_left_out() {
        int broken = publish(ONE + flow("one", "x") + action("x", "send-money") + flow("x", "e") + end("e"));
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        int without = publish(start("s") + flow("s", "two") + desk("two") + flow("two", "e") + end("e"));
        migrate(petition, broken, without);
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class))
                .extracting(FlowEvent.IncidentOpened::event)
                .containsExactly("task.completed", "process.migration-ordered");
        town.send(petition, new Report.SkipIncident(petition, 2, "reason", Cases.ADMIN));
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class))
                .extracting(FlowEvent.IncidentOpened::event)
                .containsExactly("task.completed", "process.migration-ordered", "task.completed");
        int mended = publish(ONE_TWO);
        migrate(petition, broken, mended);
        assertThat(version(petition)).isEqualTo(mended);
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void an_order_that_comes_twice_moves_once() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        int to = publish(ONE_THREE_TWO);
        StreamingEventProcessor driver = processing
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        driver.shutDown();
        town.sendOnly(new Report.OrderMigration(petition, INTAKE, from, to, Cases.DESIGNER));
        town.sendOnly(new Report.OrderMigration(petition, INTAKE, from, to, Cases.DESIGNER));
        driver.start();
        town.settled(petition);
        town.completes(petition, "one");
        town.completes(petition, "three");
        assertThat(town.names(petition)).containsOnlyOnce("process.migrated");
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void an_unknown_version_is_an_incident() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        migrate(petition, from, 900);
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.cause()).isEqualTo("No version 900 of petition-intake is published"));
    }

    @Test
    void a_case_catches_what_only_the_new_version_catches() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        migrate(petition, from, publish(ONE_TWO + withdrawal(), WITHDRAWN));
        town.send(petition, new CaseCommand.Withdraw(petition, List.of(), null, "reason", Cases.HEAD));
        assertThat(town.names(petition)).contains("petition.closed", "process.ended");
        assertThat(town.openKeys(petition)).isEmpty();
    }

    @Test
    void a_case_waits_no_more_for_what_the_new_version_does_not_catch() {
        int from = publish(ONE_TWO + withdrawal(), WITHDRAWN);
        PetitionId petition = town.handsIn();
        migrate(petition, from, publish(ONE_TWO));
        assertThat(subscriptions(petition)).isZero();
        town.send(petition, new CaseCommand.Withdraw(petition, List.of(), null, "reason", Cases.HEAD));
        assertThat(town.openKeys(petition)).containsExactly("one");
    }

    @Test
    void a_catch_waits_for_the_event_that_the_new_version_names() {
        String waiting =
                start("s") + flow("s", "c") + "%s" + flow("c", "two") + desk("two") + flow("two", "e") + end("e");
        int from = publish(waiting.formatted(catching("c", WITHDRAWN)), WITHDRAWN);
        PetitionId petition = town.handsIn();
        migrate(petition, from, publish(waiting.formatted(catching("c", NOTE)), NOTE));
        town.send(petition, new CaseCommand.AddNote(petition, "now", Cases.OFFICER));
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void an_event_that_came_before_the_migration_counts_when_the_new_version_catches_it_later() {
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "early", Cases.OFFICER));
        migrate(
                petition,
                from,
                publish(
                        ONE
                                + flow("one", "c")
                                + catching("c", NOTE)
                                + flow("c", "two")
                                + desk("two")
                                + flow("two", "e")
                                + end("e"),
                        NOTE));
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void an_event_kept_for_the_old_version_is_forgotten_when_the_new_one_does_not_catch_it() {
        int from = publish(
                ONE
                        + flow("one", "c")
                        + catching("c", NOTE)
                        + flow("c", "two")
                        + desk("two")
                        + flow("two", "e")
                        + end("e"),
                NOTE);
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "early", Cases.OFFICER));
        migrate(petition, from, publish(ONE_TWO));
        assertThat(town.count("engine.kept_event where petition = ?", petition.value()))
                .isZero();
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void a_timer_runs_on_to_its_moment_when_the_new_version_says_the_same() {
        int from = publish(ONE + timerOn("late", "one", "P3D") + flow("one", "e") + end("e") + late("two"));
        PetitionId petition = town.handsIn();
        town.passes(Duration.ofDays(2));
        migrate(
                petition,
                from,
                publish(ONE + timerOn("late", "one", "P3D") + flow("one", "e") + end("e") + late("three")));
        assertThat(town.names(petition)).containsOnlyOnce("timer.set").doesNotContain("timer.cancelled");
        town.passes(Duration.ofDays(1).plusMinutes(1));
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.openKeys(petition)).containsExactly("three");
    }

    @Test
    void a_timer_is_set_anew_when_the_new_version_says_another_time() {
        int from = publish(ONE + timerOn("late", "one", "P30D") + flow("one", "e") + end("e") + late("two"));
        PetitionId petition = town.handsIn();
        Instant first =
                town.events(petition, FlowEvent.TimerSet.class).getFirst().due();
        town.passes(Duration.ofDays(1));
        migrate(
                petition,
                from,
                publish(ONE + timerOn("late", "one", "P3D") + flow("one", "e") + end("e") + late("two")));
        assertThat(town.events(petition, FlowEvent.TimerCancelled.class)).hasSize(1);
        assertThat(town.events(petition, FlowEvent.TimerSet.class)).hasSize(2);
        Instant second =
                town.events(petition, FlowEvent.TimerSet.class).getLast().due();
        assertThat(Duration.between(second, first)).isBetween(Duration.ofDays(25), Duration.ofDays(26));
        town.passes(Duration.ofDays(4));
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void a_timer_that_only_the_new_version_has_is_set_and_one_it_does_not_have_is_cancelled() {
        String timed = ONE + timerOn("late", "one", "P3D") + flow("one", "e") + end("e") + late("two");
        int from = publish(ONE_TWO);
        PetitionId petition = town.handsIn();
        int to = publish(timed);
        TaskEvent.TaskOpened open = town.openTasks(petition).getFirst();
        migrate(petition, from, to);
        assertThat(town.events(petition, FlowEvent.TimerSet.class)).hasSize(1);
        assertThat(town.openTasks(petition)).containsExactly(open);
        migrate(petition, to, publish(ONE_TWO));
        assertThat(town.events(petition, FlowEvent.TimerCancelled.class)).hasSize(1);
        assertThat(town.count("engine.timer where petition = ?", petition.value()))
                .isZero();
        assertThat(timers(petition)).isZero();
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void a_waiting_timer_migrates() {
        String waiting = start("s")
                + flow("s", "w")
                + timer("w", "P3D")
                + flow("w", "%s")
                + desk("%s")
                + flow("%s", "e")
                + end("e");
        int from = publish(waiting.replace("%s", "two"));
        PetitionId petition = town.handsIn();
        migrate(petition, from, publish(waiting.replace("%s", "three")));
        town.passes(Duration.ofDays(4));
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.openKeys(petition)).containsExactly("three");
    }

    @Test
    void what_was_interrupted_waits_for_nothing_after_a_migration_either() {
        String interrupted = ONE_TWO
                + whenever(
                        "w",
                        true,
                        WITHDRAWN,
                        flow("w-start", "last") + desk("last") + flow("last", "w-end") + end("w-end"));
        String noted = timerOn("late", "one", "P3D")
                + late("x")
                + whenever(
                        "n",
                        false,
                        NOTE,
                        flow("n-start", "told") + desk("told") + flow("told", "n-end") + end("n-end"));
        int from = publish(interrupted + noted, WITHDRAWN, NOTE);
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.Withdraw(petition, List.of(), null, "reason", Cases.HEAD));
        assertThat(town.openKeys(petition)).containsExactly("last");
        int before = subscriptions(petition);
        migrate(petition, from, publish(interrupted + noted + end("unused"), WITHDRAWN, NOTE));
        assertThat(subscriptions(petition)).isEqualTo(before);
        town.completes(petition, "last");
        assertThat(town.names(petition)).contains("process.migrated", "process.ended");
    }

    @Test
    void all_cases_of_a_version_move_but_those_that_stand_where_the_other_has_no_step() {
        int from = publish(ONE_TWO);
        List<PetitionId> ready = Stream.generate(town::handsIn).limit(3).toList();
        PetitionId beyond = town.handsIn();
        town.completes(beyond, "one");
        int to = publish(ONE + flow("one", "e") + end("e"));
        var tried = cases.tryOut(way(from, to));
        assertThat(List.of(tried.cases(), tried.movable(), tried.blocked(), tried.moved()))
                .containsExactly(4, 3, 1, 0);
        assertThat(tried.examples()).singleElement().satisfies(example -> {
            assertThat(example.petition()).isEqualTo(beyond);
            assertThat(example.code()).isEqualTo("K7M4-PX9T-2HC0");
            assertThat(example.activity()).isEqualTo("two");
            assertThat(example.reason()).isEqualTo(RunningCases.Hindrance.NO_SUCH_STEP);
        });
        assertThat(town.names(ready.getFirst())).doesNotContain("process.migration-ordered");
        var moved = cases.move(way(from, to), Cases.DESIGNER);
        assertThat(List.of(moved.cases(), moved.moved(), moved.blocked(), moved.failed(), moved.pending()))
                .containsExactly(4, 3, 1, 0, 0);
        assertThat(ready).allSatisfy(petition -> assertThat(version(petition)).isEqualTo(to));
        assertThat(town.names(beyond)).doesNotContain("process.migration-ordered", "incident.opened");
        var again = cases.move(way(from, to), Cases.DESIGNER);
        assertThat(List.of(again.cases(), again.moved())).containsExactly(1, 0);
    }

    @Test
    void what_would_be_an_incident_is_told_beforehand_and_is_not_ordered() {
        int from = publish(ONE_TWO);
        PetitionId timed = town.handsIn();
        PetitionId beyond = town.handsIn();
        town.completes(beyond, "one");
        int to = publish(ONE_TWO + timerOn("late", "one", "never") + late("x"));
        List<String> both = List.of(timed.value(), beyond.value());
        assertThat(moves.judge(way(from, to), both))
                .filteredOn(one -> !one.canMove())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.petition()).isEqualTo(timed.value());
                    assertThat(one.missing()).isEmpty();
                    assertThat(one.refused()).startsWith("The process could not go on");
                });
        var tried = cases.tryOut(way(from, to));
        assertThat(List.of(tried.cases(), tried.movable(), tried.blocked())).containsExactly(2, 1, 1);
        assertThat(tried.examples())
                .extracting(RunningCases.Example::reason)
                .containsExactly(RunningCases.Hindrance.WOULD_BE_REFUSED);
        assertThat(tried.without(Set.of(timed))).satisfies(one -> {
            assertThat(one.examples()).isEmpty();
            assertThat(one.blocked()).isEqualTo(1);
        });
        var moved = cases.move(way(from, to), Cases.DESIGNER);
        assertThat(List.of(moved.moved(), moved.blocked(), moved.failed())).containsExactly(1, 1, 0);
        assertThat(town.names(timed)).doesNotContain("process.migration-ordered", "incident.opened");
        assertThat(version(timed)).isEqualTo(from);
        assertThat(version(beyond)).isEqualTo(to);
        migrate(timed, from, to);
        assertThat(town.names(timed)).contains("incident.opened");
    }

    @Test
    void what_comes_of_an_event_that_came_already_is_tried_too_and_a_trial_leaves_nothing() {
        String waits = start("s") + flow("s", "c") + catching("c", "%1$s") + flow("c", "%2$s");
        String two = desk("two") + flow("two", "e") + end("e");
        int from = publish(waits.formatted(WITHDRAWN, "two") + two, WITHDRAWN);
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "early", Cases.OFFICER));
        String pays = action("x", "send-money") + flow("x", "e") + end("e");
        int to = publish(waits.formatted(NOTE, "x") + pays, NOTE);
        List<String> before = town.names(petition);
        assertThat(moves.judge(way(from, to), List.of(petition.value())))
                .singleElement()
                .satisfies(one -> assertThat(one.refused()).contains("send-money"));
        int good = publish(waits.formatted(NOTE, "two") + two, NOTE);
        assertThat(moves.judge(way(from, good), List.of(petition.value())))
                .singleElement()
                .satisfies(one -> assertThat(one.canMove()).isTrue());
        assertThat(town.names(petition)).isEqualTo(before);
        assertThat(version(petition)).isEqualTo(from);
        assertThat(town.openKeys(petition)).isEmpty();
        migrate(petition, from, good);
        assertThat(town.openKeys(petition)).containsExactly("two");
        assertThat(town.names(petition)).doesNotContain("incident.opened");
    }

    @Test
    void a_case_that_an_incident_keeps_can_move_and_says_that_it_is_stuck() {
        int broken = publish(ONE + flow("one", "x") + action("x", "send-money") + flow("x", "e") + end("e"));
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        int mended = publish(ONE_TWO);
        assertThat(moves.judge(way(broken, mended), List.of(petition.value())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.canMove()).isTrue();
                    assertThat(one.stuck()).isTrue();
                });
    }

    private static CaseMoves.Way way(int from, int to) {
        return new CaseMoves.Way(INTAKE, from, to, Map.of());
    }

    private static String withdrawal() {
        return whenever(
                "w",
                true,
                WITHDRAWN,
                flow("w-start", "x")
                        + action("x", "close-petition", "ground", "WITHDRAWN")
                        + flow("x", "w-end")
                        + end("w-end"));
    }

    private static String late(String step) {
        return flow("late", step) + desk(step) + flow(step, "late-end") + end("late-end");
    }

    private int publish(String content, String... events) {
        return models.publish(INTAKE, process(INTAKE, content, events));
    }

    private void migrate(PetitionId petition, int from, int to) {
        town.send(petition, new Report.OrderMigration(petition, INTAKE, from, to, Cases.DESIGNER));
    }

    private int version(PetitionId petition) {
        return town.jdbc
                .sql("select version from engine.running where petition = ?")
                .param(petition.value())
                .query(Integer.class)
                .single();
    }

    private int subscriptions(PetitionId petition) {
        return town.standing(petition).stream()
                .mapToInt(state -> state.subscriptions().size())
                .sum();
    }

    private int timers(PetitionId petition) {
        return town.standing(petition).stream()
                .mapToInt(state -> state.timers().size())
                .sum();
    }

    private int parked(PetitionId petition) {
        return town.count("engine.course where petition = ? and parked is not null", petition.value());
    }
}
