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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.processes.driver.CourseStep.Sort;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.driver.Rehearsal.Draft;
import vn.caunoi.processes.driver.Rehearsal.Outcome;
import vn.caunoi.processes.driver.Rehearsal.Result;
import vn.caunoi.processes.driver.Rehearsal.Wanted;
import vn.caunoi.processes.driver.Rehearsal.Way;
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

    private static final Wanted ALL = new Wanted(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 1000, Set.of());

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

    @Autowired
    private Determinism determinism;

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
    void limits_that_come_with_the_draft_count_its_deadlines() {
        AmendedRule shorter =
                new AmendedRule("D01", 2, Limit.calendarDays(1), false, "Thử", "M?", LocalDate.of(2026, 1, 1), null);
        Draft as = draft(AS_PUBLISHED);
        Draft draft = new Draft(as.key(), as.xml(), as.catches(), new ProposedRules(List.of(shorter), Map.of()));
        List<Rehearsed> each = new ArrayList<>();
        rehearsal.rehearse(draft, ALL, List.of(), (looked, some) -> each.addAll(some));
        assertThat(each).isNotEmpty().allSatisfy(one -> assertThat(one.way()).isEqualTo(Rehearsal.Way.SAME));
        assertThat(one(each, 2).limits()).singleElement().satisfies(limit -> assertThat(limit.now())
                .isBefore(limit.before()));
    }

    @Test
    void a_process_that_no_case_has_begun_has_no_past_cases() {
        Wanted all = new Wanted(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 10, Set.of());
        assertThat(rehearsal
                        .rehearse(
                                new Draft(
                                        "complaint",
                                        process("complaint", AS_PUBLISHED, WITHDRAWN),
                                        Set.of(WITHDRAWN),
                                        ProposedRules.NONE),
                                all)
                        .cases())
                .isZero();
    }

    private Outcome rehearse(String content) {
        return rehearse(content, new Wanted(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 1000, Set.of()));
    }

    private Outcome rehearse(String content, Wanted wanted) {
        return rehearsal.rehearse(draft(content), wanted);
    }

    private static Draft draft(String content) {
        return new Draft(INTAKE, process(INTAKE, content, WITHDRAWN), Set.of(WITHDRAWN), ProposedRules.NONE);
    }

    private List<Rehearsed> each(String content, Assumption... assumptions) {
        List<Rehearsed> each = new ArrayList<>();
        rehearsal.rehearse(draft(content), ALL, List.of(assumptions), (looked, some) -> {
            each.addAll(some);
            return true;
        });
        return each;
    }

    @Test
    void cases_that_come_to_an_unknown_step_are_told_from_those_that_go_along_known_ones() {
        assertThat(each(ONE_MORE_STEP)).extracting(Rehearsed::way).containsOnly(Way.UNKNOWN, Way.SAME);
        assertThat(each(ONE_MORE_STEP))
                .filteredOn(one -> one.way() == Way.UNKNOWN)
                .allSatisfy(one -> assertThat(one.unknown()).containsExactly(INTAKE + "/three"));
        assertThat(each(OTHER_DEADLINE)).extracting(Rehearsed::way).containsOnly(Way.ELSEWHERE);
        assertThat(each(TOO_EARLY)).extracting(Rehearsed::way).contains(Way.FAILED);
    }

    @Test
    void a_step_that_history_does_not_know_is_done_as_is_assumed_and_the_case_goes_on() {
        List<Rehearsed> cases = each(ONE_MORE_STEP, new Assumption(INTAKE + "/three", "done", 2));
        Rehearsed whole = one(cases, 2);
        assertThat(whole.way()).isEqualTo(Way.ELSEWHERE);
        assertThat(whole.assumed()).containsExactly(INTAKE + "/three");
        assertThat(whole.isUnfinished()).isFalse();
        assertThat(whole.now().steps().getLast()).isEqualTo(new CourseStep(Sort.ENDED, INTAKE, "e", null));
        Rehearsed.Work three = whole.now().work().get(1);
        Rehearsed.Work two = whole.now().work().get(2);
        assertThat(three.closed()).isAfterOrEqualTo(three.opened().plus(Duration.ofDays(2)));
        assertThat(two.opened()).isEqualTo(three.closed());
        assertThat(Duration.between(two.opened(), two.closed()))
                .isEqualTo(Duration.between(
                        whole.before().work().get(1).opened(),
                        whole.before().work().get(1).closed()));
        assertThat(one(cases, 3).way()).isEqualTo(Way.SAME);
    }

    @Test
    void a_timer_of_the_draft_fires_when_it_is_due_and_not_when_another_one_did() {
        Rehearsed sooner = one(each(AS_PUBLISHED.replace("P3D", "P1D")), 1);
        assertThat(sooner.way()).isEqualTo(Way.ELSEWHERE);
        Rehearsed waits = one(each(AS_PUBLISHED.replace("P3D", "P30D")), 4);
        assertThat(waits.waitsAt()).containsExactly(INTAKE + "/one");
    }

    @Test
    void a_new_timer_of_the_draft_has_fired_by_now_where_a_case_still_waits() {
        String reminded = AS_PUBLISHED
                + timerOn("long", "two", "P1D")
                + flow("long", "three")
                + desk("three")
                + flow("three", "e");
        assertThat(one(each(reminded), 1).waitsAt()).containsExactly(INTAKE + "/three");
        assertThat(one(each(reminded), 2).waitsAt()).isEmpty();
    }

    @Test
    void a_step_of_another_name_goes_as_the_record_says_of_the_one_it_stands_for() {
        String renamed = AS_PUBLISHED
                .replace(desk("two"), desk("second"))
                .replace(flow("one", "two"), flow("one", "second"))
                .replace(flow("late", "two"), flow("late", "second"))
                .replace(flow("two", "e"), flow("second", "e"));
        assertThat(each(renamed)).extracting(Rehearsed::way).contains(Way.UNKNOWN);
        List<Rehearsed> same = each(renamed, Assumption.like(INTAKE + "/second", INTAKE + "/two"));
        assertThat(same).extracting(Rehearsed::way).containsOnly(Way.SAME);
        assertThat(one(same, 2).assumed()).containsExactly(INTAKE + "/second");
        assertThat(one(same, 1).waitsAt()).containsExactly(INTAKE + "/second");
    }

    @Test
    void what_both_courses_set_is_compared_deadline_by_deadline() {
        Rehearsed same = one(each(AS_PUBLISHED), 2);
        assertThat(same.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.stage()).isEqualTo("process");
            assertThat(limit.now()).isNotNull().isEqualTo(limit.before());
        });
        String without = AS_PUBLISHED
                .replace(flow("s", "d"), flow("s", "one"))
                .replace(action("d", "set-deadline", "stage", "process", "basis", "RECEIVED"), "")
                .replace(flow("d", "one"), "");
        assertThat(one(each(without), 2).limits()).singleElement().satisfies(limit -> assertThat(limit.now())
                .isNull());
    }

    @Test
    void one_case_is_shown_with_both_ways_through_the_diagram() {
        Rehearsed one =
                rehearsal.one(draft(ONE_MORE_STEP), cases.get(2), List.of()).orElseThrow();
        assertThat(one.before().path().get(INTAKE)).contains("one", "two", "e");
        assertThat(one.now().path().get(INTAKE)).contains("one", "three").doesNotContain("two", "e");
        assertThat(one.parting().now()).isEqualTo(new CourseStep(Sort.TASK, INTAKE, "three", null));
        assertThat(rehearsal.one(
                        draft(ONE_MORE_STEP), new PetitionId("6d1f1f3e-0000-4000-8000-000000000000"), List.of()))
                .isEmpty();
    }

    @Test
    void it_ends_when_whoever_watches_says_so() {
        List<Rehearsed> seen = new ArrayList<>();
        rehearsal.rehearse(draft(AS_PUBLISHED), ALL, List.of(), (looked, some) -> {
            seen.addAll(some);
            return false;
        });
        assertThat(seen).hasSizeLessThanOrEqualTo(5);
        assertThat(rehearsal.received(ALL)).isEqualTo(5);
    }

    @Test
    void cases_that_followed_their_models_are_proven_to_have_done_so() {
        List<Determinism.Finding> found = new ArrayList<>();
        determinism.check(ALL, found::addAll);
        assertThat(found).hasSize(5).allSatisfy(one -> assertThat(one.difference())
                .isNull());
    }

    @Test
    void a_case_whose_record_was_changed_did_not_follow_its_model() {
        PetitionId changed = cases.get(2);
        tamper(changed, "\"end\":\"e\"", "\"end\":\"w-end\"");
        try {
            assertThat(differing()).singleElement().satisfies(one -> {
                assertThat(one.petition()).isEqualTo(changed);
                assertThat(one.code()).isEqualTo("K7M4-PX9T-2HC0");
                assertThat(one.difference()).contains("ends at w-end", "ends at e");
            });
        } finally {
            tamper(changed, "\"end\":\"w-end\"", "\"end\":\"e\"");
        }
        assertThat(differing()).isEmpty();
    }

    @Test
    void cases_did_not_follow_a_model_that_was_changed_after_them() {
        models.replace(INTAKE, 1, process(INTAKE, ONE_MORE_STEP, WITHDRAWN));
        try {
            assertThat(differing()).hasSize(3).allSatisfy(one -> assertThat(one.difference())
                    .contains("recorded"));
        } finally {
            models.replace(INTAKE, 1, process(INTAKE, AS_PUBLISHED, WITHDRAWN));
        }
        assertThat(differing()).isEmpty();
    }

    private List<Determinism.Finding> differing() {
        List<Determinism.Finding> found = new ArrayList<>();
        determinism.check(ALL, found::addAll);
        return found.stream().filter(one -> one.difference() != null).toList();
    }

    private void tamper(PetitionId petition, String was, String is) {
        int changed = town.jdbc
                .sql(
                        "update ledger.event set body = replace(body, ?, ?) where stream = ledger.stream(?) and body like '%' || ? || '%'")
                .params(was, is, petition.value(), was)
                .update();
        assertThat(changed).isEqualTo(1);
    }

    private Rehearsed one(List<Rehearsed> all, int number) {
        return all.stream()
                .filter(one -> one.petition().equals(cases.get(number)))
                .findFirst()
                .orElseThrow();
    }
}
