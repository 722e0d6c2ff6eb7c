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
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.sweeper.Sweeper;

@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DriverTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String LIMITED = process(
            INTAKE,
            start("s")
                    + flow("s", "d")
                    + action("d", "set-deadline", "stage", "process", "basis", "RECEIVED")
                    + flow("d", "one")
                    + desk("one")
                    + flow("one", "e")
                    + end("e"));

    private static final String TWO_TASKS = start("s")
            + flow("s", "one")
            + desk("one")
            + flow("one", "two")
            + desk("two")
            + flow("two", "e")
            + end("e");

    private static final String BROKEN_ON_NOTE = whenever(
            "w",
            false,
            "petition.note-added",
            flow("w-start", "x") + action("x", "escalate", "level", "many") + flow("x", "w-end") + end("w-end"));

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private Town town;

    @Autowired
    private TestModels models;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private EventProcessingConfiguration processing;

    @BeforeEach
    void plainIntake() {
        models.publish(INTAKE, process(INTAKE, TWO_TASKS));
    }

    @Test
    void a_received_petition_starts_intake_and_opens_its_first_task() {
        PetitionId petition = town.handsIn();
        assertThat(town.names(petition)).contains("petition.received", "process.started", "task.opened");
        assertThat(town.openTasks(petition)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("one");
            assertThat(task.task().value()).isEqualTo(DerivedId.of(petition.value(), INTAKE, "one", 1));
        });
    }

    @Test
    void engine_driver_appended_events_and_position_share_one_transaction() {
        town.handsIn();
        String opened = town.jdbc
                .sql("select string_agg(id::text, ', ') from ledger.event_name where name = 'task.opened'")
                .query(String.class)
                .single();
        town.jdbc.sql("""
                        create table transaction_log (what text, xact text);
                        create function log_transaction() returns trigger language plpgsql as $$ begin
                          insert into transaction_log values (tg_argv[0], pg_current_xact_id()::text); return null;
                        end $$;
                        create trigger log after insert on engine.instance
                          for each row execute function log_transaction('engine');
                        create trigger log after insert or update on engine.place
                          for each row execute function log_transaction('driver');
                        create trigger log after insert on ledger.event
                          for each row when (new.name in (%s)) execute function log_transaction('event');
                        create trigger log after update on ledger.token
                          for each row when (new.processor = 'driver') execute function log_transaction('position')
                        """.formatted(opened)).update();
        town.handsIn();
        assertThat(town.jdbc.sql("""
                                select string_agg(distinct what, ' ' order by what) from transaction_log
                                where xact in (select xact from transaction_log where what = 'engine')""").query(String.class).single()).isEqualTo("driver engine event position");
    }

    @Test
    void a_completed_task_leads_on_and_the_end_of_intake_starts_the_complaint() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "one")
                                + desk("one")
                                + flow("one", "to-complaint")
                                + end("to-complaint")));
        models.publish("complaint", process("complaint", TWO_TASKS));
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        assertThat(town.events(petition, FlowEvent.ProcessEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.end()).isEqualTo("to-complaint"));
        assertThat(town.events(petition, FlowEvent.ProcessStarted.class))
                .extracting(FlowEvent.ProcessStarted::process)
                .containsExactly(INTAKE, "complaint");
        assertThat(town.openKeys(petition)).containsExactly("one");
    }

    @Test
    void an_interrupting_event_cancels_the_open_task_and_the_process_ends_there() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        TWO_TASKS
                                + whenever(
                                        "w",
                                        true,
                                        "petition.withdrawn",
                                        flow("w-start", "x")
                                                + action("x", "close-petition", "ground", "WITHDRAWN")
                                                + flow("x", "w-end")
                                                + end("w-end")),
                        "petition.withdrawn"));
        PetitionId petition = town.handsIn();
        String instance = town.standing(petition).getFirst().instance();
        town.send(petition, new CaseCommand.Withdraw(petition, List.of(), null, "reason", Cases.HEAD));
        assertThat(town.events(petition, TaskEvent.TaskCancelled.class))
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.cause()).isEqualTo("petition.withdrawn"));
        assertThat(town.names(petition)).contains("petition.closed", "process.ended");
        assertThat(town.count("engine.instance where instance = ?::uuid", instance))
                .isZero();
    }

    @Test
    void an_event_that_comes_before_its_catch_is_kept_for_it() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "one")
                                + desk("one")
                                + flow("one", "c")
                                + catching("c", "petition.note-added")
                                + flow("c", "two")
                                + desk("two")
                                + flow("two", "e")
                                + end("e"),
                        "petition.note-added"));
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "early", Cases.OFFICER));
        assertThat(town.count("engine.kept_event where petition = ?", petition.value()))
                .isEqualTo(1);
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("two");
        assertThat(town.count("engine.kept_event where petition = ?", petition.value()))
                .isZero();
    }

    @Test
    void an_event_that_the_model_does_not_catch_is_not_kept() {
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "nobody waits", Cases.OFFICER));
        assertThat(town.count("engine.kept_event where petition = ?", petition.value()))
                .isZero();
        assertThat(town.openKeys(petition)).containsExactly("one");
    }

    @Test
    void a_timer_is_recorded_and_fires_when_it_is_due() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "w")
                                + timer("w", "P3D")
                                + flow("w", "two")
                                + desk("two")
                                + flow("two", "e")
                                + end("e")));
        PetitionId petition = town.handsIn();
        assertThat(town.events(petition, FlowEvent.TimerSet.class)).hasSize(1);
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.openKeys(petition)).isEmpty();
        town.passes(Duration.ofDays(4));
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.openKeys(petition)).containsExactly("two");
        assertThat(town.names(petition)).doesNotContain("timer.cancelled");
    }

    @Test
    void a_case_sent_back_cancels_what_is_open_and_opens_the_step_again() {
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        town.send(petition, new CaseCommand.SendBack(petition, "one", "reason", Cases.HEAD));
        assertThat(town.events(petition, TaskEvent.TaskCancelled.class))
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.cause()).isEqualTo("petition.sent-back"));
        assertThat(town.openTasks(petition)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("one");
            assertThat(task.occurrence()).isEqualTo(2);
            assertThat(task.task().value()).isEqualTo(DerivedId.of(petition.value(), INTAKE, "one", 2));
        });
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void a_broken_diagram_parks_its_case_and_the_others_go_on() {
        models.publish(
                INTAKE,
                process(INTAKE, start("s") + flow("s", "x") + action("x", "send-money") + flow("x", "e") + end("e")));
        PetitionId stuck = town.handsIn();
        assertThat(town.events(stuck, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.sequence()).isZero();
                    assertThat(incident.event()).isEqualTo("petition.received");
                    assertThat(incident.process()).isEqualTo(INTAKE);
                    assertThat(incident.activity()).isEqualTo("x");
                    assertThat(incident.cause()).isEqualTo("There is no action \"send-money\"");
                });
        assertThat(town.names(stuck)).doesNotContain("process.started");
        plainIntake();
        PetitionId other = town.handsIn();
        assertThat(town.openKeys(other)).containsExactly("one");
        assertThat(town.openKeys(stuck)).isEmpty();
    }

    @Test
    void the_broken_model_of_the_proof_parks_its_case_keeps_the_facts_and_the_others_go_on() throws IOException {
        models.publish(INTAKE, resource("/broken/unknown-action.bpmn"));
        PetitionId stuck = town.handsIn();
        plainIntake();
        PetitionId other = town.handsIn();
        town.send(stuck, town.completion(stuck, "classify", "classified", Map.of("kind", "COMPLAINT"), Cases.OFFICER));
        assertThat(town.events(stuck, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.event()).isEqualTo("task.completed");
                    assertThat(incident.activity()).isEqualTo("telephone");
                    assertThat(incident.cause()).isEqualTo("There is no action \"telephone\"");
                });
        assertThat(town.names(stuck)).contains("petition.classified", "task.completed");
        town.completes(other, "one");
        assertThat(town.openKeys(other)).containsExactly("two");
    }

    @Test
    void what_comes_just_as_one_process_leads_to_the_next_is_not_lost() {
        String intake = start("s") + flow("s", "one") + desk("one") + flow("one", "to-complaint") + end("to-complaint");
        String withdrawn = whenever(
                "w",
                true,
                "petition.withdrawn",
                flow("w-start", "x")
                        + action("x", "close-petition", "ground", "WITHDRAWN")
                        + flow("x", "w-end")
                        + end("w-end"));
        models.publish(INTAKE, process(INTAKE, intake + withdrawn, "petition.withdrawn"));
        models.publish("complaint", process("complaint", TWO_TASKS + withdrawn, "petition.withdrawn"));
        PetitionId petition = town.handsIn();
        whileTheDriverStands(() -> {
            town.sendOnly(town.delivery(petition, "one"));
            town.sendOnly(new CaseCommand.Withdraw(petition, List.of(), null, "reason", Cases.HEAD));
        });
        town.settled(petition);
        assertThat(town.events(petition, FlowEvent.ProcessEnded.class))
                .extracting(FlowEvent.ProcessEnded::end)
                .containsExactly("to-complaint", "w-end");
        assertThat(town.names(petition)).contains("petition.closed");
        assertThat(town.openKeys(petition)).isEmpty();
    }

    @Test
    void a_completion_that_overtakes_the_cancellation_stands_in_the_record_and_moves_nothing() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        TWO_TASKS + whenever("w", true, "petition.withdrawn", flow("w-start", "w-end") + end("w-end")),
                        "petition.withdrawn"));
        PetitionId petition = town.handsIn();
        whileTheDriverStands(() -> {
            town.sendOnly(new CaseCommand.Withdraw(petition, List.of(), null, "reason", Cases.HEAD));
            town.sendOnly(town.delivery(petition, "one"));
        });
        town.settled(petition);
        assertThat(town.names(petition))
                .contains("task.completed", "process.ended")
                .doesNotContain("task.cancelled", "incident.opened");
        assertThat(town.openKeys(petition)).isEmpty();
    }

    @Test
    void a_case_sent_back_before_the_process_followed_the_step_is_no_incident() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "classify")
                                + "<bpmn:userTask id='classify' name='c' camunda:candidateGroups='officer'/>"
                                + flow("classify", "d")
                                + action("d", "set-deadline", "stage", "answer", "basis", "CLASSIFIED")
                                + flow("d", "two")
                                + desk("two")
                                + flow("two", "e")
                                + end("e")));
        PetitionId petition = town.handsIn();
        whileTheDriverStands(() -> {
            town.sendOnly(
                    town.completion(petition, "classify", "classified", Map.of("kind", "FEEDBACK"), Cases.OFFICER));
            town.sendOnly(new CaseCommand.SendBack(petition, "classify", "reason", Cases.HEAD));
        });
        town.settled(petition);
        assertThat(town.names(petition)).doesNotContain("incident.opened", "petition.deadline-set");
        assertThat(town.openKeys(petition)).containsExactly("classify");
    }

    @Test
    void in_one_batch_a_failing_event_takes_nothing_else_with_it() {
        models.publish(INTAKE, process(INTAKE, TWO_TASKS + BROKEN_ON_NOTE, "petition.note-added"));
        List<PetitionId> petitions = Stream.generate(
                        () -> new PetitionId(UUID.randomUUID().toString()))
                .limit(6)
                .toList();
        PetitionId stuck = petitions.get(2);
        whileTheDriverStands(() -> {
            petitions.forEach(petition -> town.sendOnly(town.handIn(petition)));
            town.sendOnly(new CaseCommand.AddNote(stuck, "breaks it", Cases.OFFICER));
        });
        petitions.forEach(town::settled);
        assertThat(petitions)
                .allSatisfy(petition -> assertThat(town.openKeys(petition)).containsExactly("one"));
        assertThat(petitions)
                .filteredOn(petition -> town.names(petition).contains("incident.opened"))
                .containsExactly(stuck);
        assertThat(town.names(stuck)).containsOnlyOnce("process.started", "task.opened", "incident.opened");
    }

    @Test
    void deadlines_of_a_parked_case_are_recorded_all_the_same() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "d")
                                + action("d", "set-deadline", "stage", "process", "basis", "RECEIVED")
                                + flow("d", "one")
                                + desk("one")
                                + flow("one", "e")
                                + end("e")
                                + BROKEN_ON_NOTE,
                        "petition.note-added"));
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "breaks it", Cases.OFFICER));
        town.passes(Duration.ofDays(30));
        sweeper.sweepUntilDone();
        town.settled(petition);
        assertThat(town.names(petition)).contains("incident.opened", "petition.deadline-missed", "petition.escalated");
        assertThat(town.count("engine.due where petition = ?", petition.value()))
                .isOne();
    }

    @Test
    void two_sweepers_at_once_record_each_deadline_once() throws Exception {
        models.publish(INTAKE, LIMITED);
        List<PetitionId> petitions = Stream.generate(
                        () -> new PetitionId(UUID.randomUUID().toString()))
                .limit(20)
                .toList();
        petitions.forEach(petition -> town.sendOnly(town.handIn(petition)));
        petitions.forEach(town::settled);
        town.passes(Duration.ofDays(30));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> sweeping = sweeper::sweepUntilDone;
            for (Future<Integer> swept : nodes.invokeAll(List.of(sweeping, sweeping)))
                assertThat(swept.get()).isNotNegative();
        }
        petitions.forEach(town::settled);
        assertThat(petitions).allSatisfy(petition -> assertThat(town.names(petition))
                .containsOnlyOnce("petition.deadline-approaching", "petition.deadline-missed"));
    }

    @Test
    void a_process_waits_for_the_task_that_is_open_and_no_other_completion_moves_it() {
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        town.completes(petition, "two");
        assertThat(town.names(petition)).containsOnlyOnce("process.ended");
        assertThat(town.count("engine.task where petition = ?", petition.value()))
                .isZero();
        assertThat(town.count("engine.running where petition = ?", petition.value()))
                .isZero();
    }

    @Test
    void a_parked_case_catches_up_with_all_that_waited_when_it_is_retried() {
        String waiting = start("s")
                + flow("s", "c")
                + catching("c", "petition.note-added")
                + flow("c", "two")
                + desk("two")
                + flow("two", "e")
                + end("e");
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s") + flow("s", "x") + action("x", "nothing") + flow("x", "e") + end("e"),
                        "petition.note-added"));
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "waits", Cases.OFFICER));
        town.send(petition, new Report.RetryIncident(petition, 1, Cases.ADMIN));
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class)).hasSize(2);
        models.publish(INTAKE, process(INTAKE, waiting, "petition.note-added"));
        town.send(petition, new Report.RetryIncident(petition, 2, Cases.ADMIN));
        assertThat(town.openKeys(petition)).containsExactly("two");
        assertThat(town.count("engine.course where petition = ? and parked is not null", petition.value()))
                .isZero();
    }

    @Test
    void a_skipped_event_is_left_out_and_the_later_ones_are_followed() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        TWO_TASKS
                                + whenever(
                                        "w",
                                        false,
                                        "petition.note-added",
                                        flow("w-start", "x")
                                                + action("x", "escalate", "level", "many")
                                                + flow("x", "w-end")
                                                + end("w-end")),
                        "petition.note-added"));
        PetitionId petition = town.handsIn();
        town.send(petition, new CaseCommand.AddNote(petition, "breaks it", Cases.OFFICER));
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class)).hasSize(1);
        town.completes(petition, "one");
        assertThat(town.openKeys(petition)).isEmpty();
        town.send(petition, new Report.SkipIncident(petition, 1, "reason", Cases.ADMIN));
        assertThat(town.openKeys(petition)).containsExactly("two");
    }

    @Test
    void a_diagram_that_goes_in_circles_is_an_incident() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s") + flow("s", "g") + "<bpmn:exclusiveGateway id='g'/>" + flow("g", "h")
                                + "<bpmn:exclusiveGateway id='h'/>" + flow("h", "g")));
        PetitionId petition = town.handsIn();
        assertThat(town.events(petition, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> assertThat(incident.cause()).isEqualTo("The diagram goes in circles"));
    }

    @Test
    void a_missed_deadline_is_recorded_once_and_escalates_to_the_unit_above() {
        town.establish("P", null);
        town.establish("A", "P");
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "d")
                                + action("d", "set-deadline", "stage", "process", "basis", "RECEIVED")
                                + flow("d", "one")
                                + desk("one")
                                + flow("one", "e")
                                + end("e")
                                + whenever(
                                        "w",
                                        false,
                                        "petition.deadline-missed",
                                        flow("w-start", "x")
                                                + action("x", "escalate", "level", "2")
                                                + flow("x", "w-end")
                                                + end("w-end")),
                        "petition.deadline-missed"));
        PetitionId petition = town.handsIn();
        assertThat(town.names(petition)).contains("petition.deadline-set");
        assertThat(town.openTasks(petition).getFirst().due()).isNotNull();
        for (int day = 0; day < 20; day++) {
            town.passes(Duration.ofDays(1));
            sweeper.sweepUntilDone();
            town.settled(petition);
        }
        assertThat(town.names(petition)).containsOnlyOnce("petition.deadline-approaching", "petition.deadline-missed");
        assertThat(town.events(petition, CaseEvent.PetitionEscalated.class))
                .filteredOn(escalated -> escalated.ladder() == null)
                .singleElement()
                .satisfies(escalated -> {
                    assertThat(escalated.unit().value()).isEqualTo("P");
                    assertThat(escalated.stage()).isEqualTo("process");
                    assertThat(escalated.cause()).isEqualTo("deadline-missed");
                });
    }

    @Test
    void a_diagram_gives_a_petition_to_the_unit_of_the_routing_table_and_its_tasks_go_along() {
        models.publish(
                INTAKE,
                process(
                        INTAKE,
                        start("s")
                                + flow("s", "r")
                                + action("r", "route")
                                + flow("r", "one")
                                + desk("one")
                                + flow("one", "e")
                                + end("e")));
        town.establish("P", null);
        town.establish("B", "P");
        PetitionId petition = town.handsIn();
        assertThat(town.events(petition, IntakeEvent.PetitionAssigned.class))
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.unit().value()).isEqualTo("B");
                    assertThat(given.route()).isEqualTo("R1 routing@1");
                });
        assertThat(town.openTasks(petition).getFirst().unit().value()).isEqualTo("B");
    }

    @Test
    void a_case_that_nobody_takes_and_nobody_works_on_rises_rung_by_rung() {
        models.publish(INTAKE, LIMITED);
        PetitionId petition = town.handsIn();
        for (int day = 0; day < 40; day++) {
            town.passes(Duration.ofDays(1));
            sweeper.sweepUntilDone();
            town.settled(petition);
        }
        assertThat(town.events(petition, CaseEvent.PetitionEscalated.class))
                .extracting(risen -> Objects.requireNonNull(risen.ladder()).row() + " " + risen.level() + " "
                        + risen.unit() + " " + risen.cause())
                .containsExactly(
                        "E11 1 A not-taken", "E13 2 P not-taken", "E21 1 A deadline-missed", "E31 2 P unattended");
    }

    @Test
    void task_ids_are_uuids_of_version_5_within_the_petition() {
        String dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
        UUID id = UUID.fromString(DerivedId.of(dns, "complaint", "verify", 1));
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(DerivedId.of(dns, "complaint", "verify", 2)).isNotEqualTo(id.toString());
    }

    @Test
    void a_task_id_of_a_petition_of_before_is_the_one_it_has() {
        assertThat(DerivedId.of("6ba7b810-9dad-41d1-80b4-00c04fd430c8", "complaint", "verify", 1))
                .isEqualTo("dcf7af6a-e9ee-5a71-8c50-24e7e68f4ddb");
    }

    @Test
    void task_ids_begin_like_a_petition_whose_id_rises() {
        String petition = "019a2f00-1234-7abc-8def-0123456789ab";
        UUID id = UUID.fromString(DerivedId.of(petition, "complaint", "verify", 1));
        assertThat(id.toString()).startsWith("019a2f00-1234-8");
        assertThat(id.variant()).isEqualTo(2);
        assertThat(DerivedId.of(petition, "complaint", "verify", 1)).isEqualTo(id.toString());
        assertThat(DerivedId.of(petition, "complaint", "verify", 2)).isNotEqualTo(id.toString());
    }

    private void whileTheDriverStands(Runnable happens) {
        StreamingEventProcessor driver = processing
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        driver.shutDown();
        happens.run();
        driver.start();
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = DriverTest.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
