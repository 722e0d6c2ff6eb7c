package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.action;
import static vn.caunoi.processes.engine.Diagram.catching;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.timerOn;
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.engine.state.InstanceState;
import vn.caunoi.processes.sweeper.Sweeper;

@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class EngineRebuildTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String NOTE = "petition.note-added";
    private static final String WITHDRAWN = "petition.withdrawn";

    /** Two tasks, a deadline, a timer on the first, a kept event before the second, a withdrawal. */
    private static final String FULL = start("s")
            + flow("s", "d")
            + action("d", "set-deadline", "stage", "process", "basis", "RECEIVED")
            + flow("d", "one")
            + desk("one")
            + timerOn("late", "one", "P3D")
            + flow("late", "reminded")
            + desk("reminded")
            + flow("reminded", "c")
            + flow("one", "c")
            + catching("c", NOTE)
            + flow("c", "two")
            + desk("two")
            + flow("two", "to-complaint")
            + end("to-complaint")
            + whenever(
                    "w",
                    true,
                    WITHDRAWN,
                    flow("w-start", "x")
                            + action("x", "close-petition", "ground", "WITHDRAWN")
                            + flow("x", "w-end")
                            + end("w-end"));

    private static final String BROKEN = start("s")
            + flow("s", "one")
            + desk("one")
            + flow("one", "x")
            + action("x", "send-money")
            + flow("x", "two")
            + desk("two")
            + flow("two", "e")
            + end("e");

    private static final String PLAIN = start("s")
            + flow("s", "one")
            + desk("one")
            + flow("one", "two")
            + desk("two")
            + flow("two", "e")
            + end("e");

    private static final String PICTURE = """
            select petition || ' on ' || process || '/' || version || ' since ' || since from engine.running
            union all select 'task ' || petition || ' ' || task from engine.task
            union all select 'timer ' || petition || ' ' || timer || ' ' || activity from engine.timer
            union all select 'kept ' || petition || ' ' || process || ' ' || event || ' ' || sequence
              from engine.kept_event
            union all select 'course ' || petition || ' ' || reached::text || ' ' || coalesce(parked, -1)
              from engine.course
            union all select 'due ' || petition || ' ' || what || ' ' || name || ' ' || due || ' '
              || coalesce(next_at::text, '') from engine.due
            union all select 'unit ' || unit || ' ' || coalesce(parent, '') from engine.unit_parent
            union all select 'instances ' || count(*) from engine.instance
            order by 1""";

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
    private EngineRebuild rebuild;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void an_engine_built_again_from_events_stands_as_before_and_the_cases_go_on() {
        town.establish("P", null);
        town.establish("A", "P");
        models.publish(
                "complaint",
                process("complaint", start("s") + flow("s", "last") + desk("last") + flow("last", "e") + end("e")));
        int first = publish(FULL);
        PetitionId reminded = town.handsIn();
        town.passes(Duration.ofDays(4));
        sweeper.sweepUntilDone();
        town.settled(reminded);
        PetitionId fresh = town.handsIn();
        PetitionId kept = town.handsIn();
        note(kept);
        PetitionId caughtKept = town.handsIn();
        note(caughtKept);
        town.completes(caughtKept, "one");
        PetitionId waiting = town.handsIn();
        town.completes(waiting, "one");
        PetitionId back = town.handsIn();
        note(back);
        town.completes(back, "one");
        town.send(back, new CaseCommand.SendBack(back, "one", "reason", Cases.HEAD));
        PetitionId withdrawn = town.handsIn();
        town.send(withdrawn, new CaseCommand.Withdraw(withdrawn, List.of(), null, "reason", Cases.HEAD));
        PetitionId complaint = town.handsIn();
        note(complaint);
        town.completes(complaint, "one");
        town.completes(complaint, "two");
        PetitionId migrated = town.handsIn();
        int broken = publish(BROKEN);
        PetitionId stuck = stuck();
        PetitionId skipped = stuck();
        town.send(skipped, new Report.SkipIncident(skipped, 1, "reason", Cases.ADMIN));
        PetitionId retried = stuck();
        PetitionId mended = stuck();
        town.send(retried, new Report.RetryIncident(retried, 1, Cases.ADMIN));
        int newest = publish(PLAIN);
        town.send(migrated, new Report.OrderMigration(migrated, INTAKE, first, newest, Cases.DESIGNER));
        town.send(mended, new Report.OrderMigration(mended, INTAKE, broken, newest, Cases.DESIGNER));
        List<String> before = picture();
        assertThat(before).anyMatch(line -> line.startsWith("kept")).anyMatch(line -> line.startsWith("timer"));
        int events = town.count("ledger.event");

        EngineRebuild.Result result = rebuild.run(progress -> {});

        assertThat(result.different()).isEmpty();
        assertThat(picture()).isEqualTo(before);
        assertThat(town.count("ledger.event")).isEqualTo(events);
        town.settled(fresh);
        assertThat(town.count("ledger.event")).isEqualTo(events);
        goesOn(fresh, "one", "note", "two", "last");
        goesOn(kept, "one", "two", "last");
        goesOn(caughtKept, "two", "last");
        goesOn(waiting, "note", "two", "last");
        goesOn(back, "one", "note", "two", "last");
        goesOn(complaint, "last");
        goesOn(migrated, "one", "two");
        goesOn(mended, "two");
        town.send(stuck, new Report.OrderMigration(stuck, INTAKE, broken, newest, Cases.DESIGNER));
        goesOn(stuck, "two");
        assertThat(town.openKeys(reminded)).containsExactly("reminded");
        assertThat(town.names(withdrawn)).contains("process.ended");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
    }

    @Test
    void what_the_driver_had_not_come_to_is_followed_afterwards() {
        publish(PLAIN);
        PetitionId petition = town.handsIn();
        StreamingEventProcessor driver = processing
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        driver.shutDown();
        town.sendOnly(town.delivery(petition, "one"));
        EngineRebuild.Result result =
                rebuild.run(progress -> assertThat(rebuild.isRunning()).isTrue());
        assertThat(result.different()).isEmpty();
        town.settled(petition);
        assertThat(town.openKeys(petition)).containsExactly("two");
        town.completes(petition, "two");
        assertThat(town.names(petition)).contains("process.ended");
    }

    @Test
    void a_petition_that_comes_out_otherwise_is_told_and_one_that_cannot_follow_is_an_incident() {
        int changed = publish(PLAIN);
        PetitionId other = town.handsIn();
        int failing = publish(PLAIN);
        PetitionId stuck = town.handsIn();
        town.completes(stuck, "one");
        models.replace(INTAKE, changed, process(INTAKE, PLAIN.replace("one", "first")));
        models.replace(
                INTAKE,
                failing,
                process(
                        INTAKE,
                        start("s") + flow("s", "one") + desk("one") + flow("one", "g")
                                + "<bpmn:exclusiveGateway id='g'/>" + flow("g", "h")
                                + "<bpmn:exclusiveGateway id='h'/>" + flow("h", "g")));
        EngineRebuild.Result result = rebuild.run(progress -> {});
        assertThat(result.different())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.code()).isEqualTo("K7M4-PX9T-2HC0"))
                .allSatisfy(one -> assertThat(one.what()).startsWith("tasks opened"));
        town.settled(stuck);
        assertThat(town.names(other)).doesNotContain("incident.opened");
        assertThat(town.events(stuck, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> assertThat(incident.event()).isEqualTo("task.completed"));
        models.replace(INTAKE, changed, process(INTAKE, PLAIN));
        models.replace(INTAKE, failing, process(INTAKE, PLAIN));
        rebuild.run(progress -> {});
        town.send(stuck, new Report.RetryIncident(stuck, 1, Cases.ADMIN));
        assertThat(town.openKeys(stuck)).containsExactly("two");
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
    }

    @Test
    void a_state_that_cannot_be_read_parks_its_petition_alone_until_the_engine_is_built_again() {
        publish(PLAIN);
        PetitionId unreadable = town.handsIn();
        PetitionId other = town.handsIn();
        town.jdbc
                .sql("update engine.instance set state = '\\x02'::bytea where instance = ?::uuid")
                .param(town.standing(unreadable).getFirst().instance())
                .update();
        StreamingEventProcessor driver = processing
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        driver.shutDown();
        town.sendOnly(town.delivery(unreadable, "one"));
        town.sendOnly(town.delivery(other, "one"));
        driver.start();
        town.settled(unreadable);
        town.settled(other);
        assertThat(town.openKeys(other)).containsExactly("two");
        assertThat(town.events(unreadable, FlowEvent.IncidentOpened.class))
                .singleElement()
                .satisfies(incident -> assertThat(incident.cause()).contains("its format is 2"));
        rebuild.run(progress -> {});
        town.send(unreadable, new Report.RetryIncident(unreadable, 1, Cases.ADMIN));
        goesOn(unreadable, "two");
    }

    /** Its first task is completed, and there the process breaks. */
    private PetitionId stuck() {
        PetitionId petition = town.handsIn();
        town.completes(petition, "one");
        assertThat(town.names(petition)).contains("incident.opened");
        return petition;
    }

    private void goesOn(PetitionId petition, String... steps) {
        for (String step : steps) {
            if (step.equals("note")) note(petition);
            else town.completes(petition, step);
        }
        assertThat(town.names(petition).getLast()).isEqualTo("process.ended");
    }

    private void note(PetitionId petition) {
        town.send(petition, new CaseCommand.AddNote(petition, "note", Cases.OFFICER));
    }

    private int publish(String content) {
        return models.publish(INTAKE, process(INTAKE, content, NOTE, WITHDRAWN));
    }

    private List<String> picture() {
        List<String> picture =
                new ArrayList<>(town.jdbc.sql(PICTURE).query(String.class).list());
        town.jdbc
                .sql("select petition from engine.running order by petition")
                .query(String.class)
                .list()
                .forEach(petition ->
                        town.standing(new PetitionId(petition)).forEach(state -> tell(petition, state, picture)));
        return picture;
    }

    /** Without the ids, which are others each time. */
    private static void tell(String petition, InstanceState state, List<String> picture) {
        List<String> lines = new ArrayList<>();
        state.tokens()
                .forEach(token -> lines.add("stands " + petition + " " + token.activity() + " " + token.active() + " "
                        + token.scope() + " " + token.concurrent() + " " + (token.parent() == null)));
        state.subscriptions()
                .forEach(waits -> lines.add("waits " + petition + " " + waits.event() + " " + waits.activity()));
        state.timers().forEach(timer -> lines.add("runs " + petition + " " + timer.activity() + " " + timer.due()));
        lines.sort(null);
        picture.addAll(lines);
    }
}
