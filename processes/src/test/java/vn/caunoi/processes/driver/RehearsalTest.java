package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.action;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;
import static vn.caunoi.processes.engine.Diagram.timerOn;
import static vn.caunoi.processes.engine.Diagram.whenever;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.driver.CourseStep.Sort;
import vn.caunoi.processes.driver.Rehearsal.Outcome;
import vn.caunoi.processes.driver.Rehearsal.Result;
import vn.caunoi.processes.driver.Rehearsal.Wanted;
import vn.caunoi.processes.sweeper.Sweeper;

@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String WITHDRAWN = "petition.withdrawn";

    private static final String BEGIN = start("s")
            + flow("s", "d")
            + action("d", "set-deadline", "stage", "process", "basis", "RECEIVED")
            + flow("d", "one")
            + desk("one")
            + timerOn("late", "one", "P3D")
            + flow("late", "two");
    private static final String REST = desk("two")
            + flow("two", "e")
            + end("e")
            + whenever(
                    "w",
                    true,
                    WITHDRAWN,
                    flow("w-start", "x")
                            + action("x", "close-petition", "ground", "WITHDRAWN")
                            + flow("x", "w-end")
                            + end("w-end"));

    private static final String AS_PUBLISHED = BEGIN + flow("one", "two") + REST;
    private static final String ONE_MORE_STEP =
            BEGIN + flow("one", "three") + desk("three") + flow("three", "two") + REST;
    private static final String OTHER_DEADLINE = AS_PUBLISHED.replace("P3D", "P4D");
    private static final String TOO_EARLY = BEGIN
            + flow("one", "y")
            + action("y", "set-deadline", "stage", "settle", "basis", "ACCEPTED")
            + flow("y", "two")
            + REST;

    private static final String PICTURE = """
            select 'running ' || petition || process || version from engine.running
            union all select 'instance ' || instance || version from engine.instance
            union all select 'place ' || petition || ' ' || place::text from engine.place place
            union all select 'due ' || petition || name || due from engine.due
            union all select 'deployed ' || definition from engine.deployed
            union all select 'definition ' || id_ from engine.act_re_procdef
            union all select 'deployment ' || id_ from engine.act_re_deployment
            union all select 'last ' || count(*) from ledger.event
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
    private Rehearsal rehearsal;

    private final List<PetitionId> cases = new ArrayList<>();

    /** One at its first task, one at its second, one done, one withdrawn, one that a timer moved on. */
    @BeforeAll
    void there_are_past_cases() {
        town.establish("P", null);
        town.establish("A", "P");
        models.publish(INTAKE, process(INTAKE, AS_PUBLISHED, WITHDRAWN));
        for (int n = 0; n < 5; n++) cases.add(town.handsIn());
        town.completes(cases.get(1), "one");
        town.completes(cases.get(2), "one");
        town.completes(cases.get(2), "two");
        town.send(cases.get(3), new CaseCommand.Withdraw(cases.get(3), List.of(), null, "reason", Cases.HEAD));
        town.completes(cases.get(0), "one");
        town.passes(Duration.ofDays(4));
        sweeper.sweepUntilDone();
        town.settled();
    }

    @Test
    void cases_go_the_same_way_through_an_unchanged_model() {
        Outcome outcome = rehearse(AS_PUBLISHED);
        assertThat(outcome.cases()).isEqualTo(5);
        assertThat(outcome.same()).isEqualTo(5);
        assertThat(outcome.examples()).isEmpty();
        assertThat(outcome.partings()).isEmpty();
    }

    @Test
    void a_case_waits_at_a_step_that_history_does_not_know() {
        Outcome outcome = rehearse(ONE_MORE_STEP);
        assertThat(outcome.same()).isEqualTo(2);
        assertThat(outcome.different()).isEqualTo(3);
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.unfinished()).isEqualTo(1);
        assertThat(outcome.partings()).singleElement().satisfies(parting -> {
            assertThat(parting.recorded()).isEqualTo(new CourseStep(Sort.TASK, INTAKE, "two", null));
            assertThat(parting.now()).isEqualTo(new CourseStep(Sort.TASK, INTAKE, "three", null));
            assertThat(parting.cases()).isEqualTo(3);
        });
        assertThat(outcome.examples()).hasSize(3).allSatisfy(example -> {
            assertThat(example.result()).isEqualTo(Result.DIFFERENT);
            assertThat(example.waitsAt()).containsExactly(INTAKE + "/three");
            assertThat(example.code()).isEqualTo("K7M4-PX9T-2HC0");
        });
    }

    @Test
    void another_time_on_a_timer_is_another_course() {
        assertThat(rehearse(OTHER_DEADLINE).different()).isEqualTo(5);
    }

    @Test
    void a_draft_that_cannot_be_followed_says_where_and_why() {
        Outcome outcome = rehearse(TOO_EARLY);
        assertThat(outcome.failed()).isEqualTo(3);
        assertThat(outcome.same()).isEqualTo(2);
        assertThat(outcome.examples())
                .allSatisfy(example -> assertThat(example.problem()).contains("ACCEPTED"));
    }

    @Test
    void nothing_is_written_whatever_comes_of_it() {
        List<String> before = town.jdbc.sql(PICTURE).query(String.class).list();
        rehearse(AS_PUBLISHED);
        rehearse(ONE_MORE_STEP);
        rehearse(TOO_EARLY);
        assertThat(town.jdbc.sql(PICTURE).query(String.class).list()).isEqualTo(before);
    }

    @Test
    void only_cases_of_the_period_are_taken_and_as_many_as_are_wanted() {
        Instant begin = Instant.EPOCH;
        Instant end = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(rehearse(AS_PUBLISHED, new Wanted(begin, end, 2, Set.of())).cases())
                .isEqualTo(2);
        assertThat(rehearse(AS_PUBLISHED, new Wanted(begin, begin.plusSeconds(1), 10, Set.of()))
                        .cases())
                .isZero();
        assertThat(rehearse(AS_PUBLISHED, new Wanted(begin, end, 10, Set.of(cases.get(0), cases.get(4))))
                        .cases())
                .isEqualTo(3);
    }

    @Test
    void a_process_that_no_case_has_begun_has_no_past_cases() {
        Wanted all = new Wanted(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 10, Set.of());
        assertThat(rehearsal
                        .rehearse("complaint", process("complaint", AS_PUBLISHED, WITHDRAWN), Set.of(WITHDRAWN), all)
                        .cases())
                .isZero();
    }

    private Outcome rehearse(String content) {
        return rehearse(content, new Wanted(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 1000, Set.of()));
    }

    private Outcome rehearse(String content, Wanted wanted) {
        return rehearsal.rehearse(INTAKE, process(INTAKE, content, WITHDRAWN), Set.of(WITHDRAWN), wanted);
    }
}
