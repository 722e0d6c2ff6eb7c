package vn.caunoi.projections.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.Waking;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.casefile.TaskPlan;
import vn.caunoi.projections.inbox.Inbox.Entry;
import vn.caunoi.projections.inbox.Inbox.Filter;
import vn.caunoi.projections.inbox.Inbox.Scope;

class InboxTest extends ReadModelsTest {
    @Autowired
    private Inbox inbox;

    @Test
    void tasks_of_my_unit_and_role_come_in_due_order_and_those_without_a_due_moment_last() {
        Story never = complaint().opened("a", Role.OFFICER, null, null);
        Story later = complaint().opened("b", Role.OFFICER, null, in(Duration.ofDays(9)));
        Story sooner = complaint().opened("c", Role.OFFICER, null, in(Duration.ofDays(2)));
        complaint().opened("d", Role.HEAD, null, in(Duration.ofDays(1)));
        settle();
        assertThat(unitTasks(officer("o"))).containsExactly(sooner.code, later.code, never.code);
    }

    @Test
    void a_task_shows_its_case() {
        Story story =
                complaint().opened("verify", unit, Role.OFFICER, Stage.VERIFICATION, null, in(Duration.ofDays(2)));
        settle();
        Entry entry = page(Filter.unit(officer("o")), null, 10).items().getFirst();
        assertThat(entry.task()).isEqualTo(story.task("verify"));
        assertThat(entry.petition()).isEqualTo(story.id);
        assertThat(entry.subject()).isEqualTo("Đất đai");
        assertThat(entry.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(entry.stage()).isEqualTo(Stage.VERIFICATION);
        assertThat(entry.group()).isEqualTo("officer");
        assertThat(entry.overdue()).isFalse();
    }

    @Test
    void tasks_of_other_units_are_not_shown() {
        complaint().opened("a", Role.OFFICER, null, null);
        settle();
        assertThat(unitTasks(Actor.of("o", "elsewhere", Role.OFFICER))).isEmpty();
    }

    @Test
    void who_covers_many_units_sees_the_same_order() {
        Story later = complaint().opened("b", Role.OFFICER, null, in(Duration.ofDays(9)));
        Story sooner = complaint().opened("c", Role.OFFICER, null, in(Duration.ofDays(2)));
        settle();
        Set<UnitId> covers = new HashSet<>(Set.of(unit));
        IntStream.range(0, 40).forEach(n -> covers.add(new UnitId("far" + n)));
        Actor wide = new Actor(new OfficerId("w"), unit, covers, Set.of(Role.OFFICER, Role.HEAD));
        assertThat(unitTasks(wide)).containsExactly(sooner.code, later.code);
    }

    @Test
    void a_claimed_task_is_mine_until_it_is_released() {
        Story story = complaint().opened("a", Role.OFFICER, null, null).claimed("a", "me-" + unit);
        settle();
        assertThat(mine(officer("me-" + unit))).containsExactly(story.code);
        story.tell(new TaskEvent.TaskReleased(story.id, story.task("a"), new OfficerId("me-" + unit)));
        settle();
        assertThat(mine(officer("me-" + unit))).isEmpty();
        assertThat(unitTasks(officer("x"))).containsExactly(story.code);
    }

    @Test
    void a_reassigned_task_is_in_the_list_of_the_new_holder_and_unit() {
        UnitId other = new UnitId(unit + "-other");
        Story story = complaint().opened("a", Role.OFFICER, "first-" + unit, null);
        story.tell(new TaskEvent.TaskReassigned(
                story.id, story.task("a"), other, new OfficerId("second-" + unit), null, null));
        settle();
        assertThat(mine(officer("first-" + unit))).isEmpty();
        assertThat(mine(officer("second-" + unit))).containsExactly(story.code);
        assertThat(unitTasks(Actor.of("o", other.value(), Role.OFFICER))).containsExactly(story.code);
    }

    @Test
    void a_completed_task_leaves_the_list_and_is_still_found_with_its_form_and_who_did_it() {
        Story story = complaint().opened("a", Role.OFFICER, null, null).completed("a", "me");
        settle();
        assertThat(unitTasks(officer("o"))).isEmpty();
        Inbox.Task task = inbox.task(story.task("a")).orElseThrow();
        assertThat(task.state()).isEqualTo(Inbox.State.DONE);
        assertThat(task.assignee()).isEqualTo(new OfficerId("me"));
        assertThat(task.outcome()).isEqualTo("done");
        assertThat(task.form().outcomes().getFirst().fields().getFirst().id()).isEqualTo("reason");
    }

    @Test
    void a_cancelled_task_leaves_the_list() {
        Story story = complaint().opened("a", Role.OFFICER, null, null);
        story.tell(new TaskEvent.TaskCancelled(story.id, story.task("a"), "withdrawn"));
        settle();
        assertThat(unitTasks(officer("o"))).isEmpty();
        assertThat(inbox.task(story.task("a")).orElseThrow().state()).isEqualTo(Inbox.State.CANCELLED);
    }

    @Test
    void overdue_is_a_matter_of_the_clock() {
        Story story = complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(2)));
        settle();
        assertThat(page(overdue(true), null, 10).items()).isEmpty();
        story.wait(Duration.ofDays(3));
        assertThat(page(overdue(true), null, 10).items())
                .extracting(Entry::overdue)
                .containsExactly(true);
        assertThat(page(overdue(false), null, 10).items()).isEmpty();
        assertThat(inbox.counts(officer("o"))).isEqualTo(new Inbox.Counts(0, 0, 1, 1, 1, 0));
    }

    @Test
    void badges_count_what_the_list_shows_however_tasks_move() {
        Story held = complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(-1)));
        held.claimed("a", "me-" + unit);
        Story moved = complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(-2)));
        moved.tell(new TaskEvent.TaskDueMoved(moved.id, moved.task("a"), in(Duration.ofDays(4))));
        complaint().opened("a", Role.OFFICER, null, in(Duration.ofMinutes(-1)));
        complaint().opened("a", Role.OFFICER, null, null);
        complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(-2))).completed("a", "me-" + unit);
        Story away = complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(-2)));
        UnitId other = new UnitId(unit + "-other");
        away.tell(new TaskEvent.TaskReassigned(away.id, away.task("a"), other, new OfficerId("x-" + unit), null, null));
        settle();
        assertThat(inbox.counts(officer("me-" + unit))).isEqualTo(new Inbox.Counts(1, 1, 4, 2, 3, 0));
        assertThat(inbox.counts(Actor.of("x-" + unit, other.value(), Role.OFFICER)))
                .isEqualTo(new Inbox.Counts(1, 1, 1, 1, 0, 0));
        assertThat(jdbc.queryForObject(
                        "select count(*) from views.task_count where open < 1 or unclaimed < 0", Long.class))
                .isZero();
    }

    @Test
    void a_moved_due_moment_moves_the_task() {
        Story first = complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(2)));
        Story second = complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(3)));
        first.tell(new TaskEvent.TaskDueMoved(first.id, first.task("a"), in(Duration.ofDays(4))));
        settle();
        assertThat(unitTasks(officer("o"))).containsExactly(second.code, first.code);
    }

    @Test
    void the_list_can_be_narrowed_to_one_petition_or_one_step() {
        Story one = complaint().opened("a", Role.OFFICER, null, null).opened("b", Role.OFFICER, null, null);
        complaint().opened("a", Role.OFFICER, null, null);
        settle();
        Filter ofOne = new Filter(Scope.UNIT, officer("o"), null, null, one.id, null);
        assertThat(page(ofOne, null, 10).items()).hasSize(2);
        assertThat(page(new Filter(Scope.UNIT, officer("o"), null, false, one.id, "a"), null, 10)
                        .items())
                .extracting(Entry::key)
                .containsExactly("a");
    }

    @Test
    void pages_neither_skip_nor_repeat_while_tasks_come_and_go() {
        List<Story> stories = new ArrayList<>();
        for (int n = 0; n < 7; n++)
            stories.add(complaint().opened("a", Role.OFFICER, null, in(Duration.ofDays(n + 1))));
        settle();
        Page<Entry> first = page(Filter.unit(officer("o")), null, 3);
        stories.getFirst().completed("a", "me");
        complaint().opened("a", Role.OFFICER, null, in(Duration.ofHours(1)));
        settle();
        Page<Entry> second = page(Filter.unit(officer("o")), first.next(), 3);
        Page<Entry> third = page(Filter.unit(officer("o")), second.next(), 3);
        assertThat(codes(first)).isEqualTo(codes(stories.subList(0, 3)));
        assertThat(codes(second)).isEqualTo(codes(stories.subList(3, 6)));
        assertThat(codes(third)).isEqualTo(codes(stories.subList(6, 7)));
        assertThat(third.next()).isNull();
    }

    @Test
    void a_task_that_sleeps_is_out_of_its_holders_list_and_not_of_the_units() {
        String me = "me-" + unit;
        Story story = complaint().opened("a", Role.OFFICER, me, in(Duration.ofDays(9)));
        story.asleep("a", me, in(Duration.ofDays(3)), Awaited.OPINION);
        settle();
        assertThat(mine(officer(me))).isEmpty();
        assertThat(unitTasks(officer(me))).containsExactly(story.code);
        Entry asleep = page(asleep(officer(me)), null, 10).items().getFirst();
        assertThat(asleep.plan()).isEqualTo(new TaskPlan(null, in(Duration.ofDays(3)), Awaited.OPINION, null));
        assertThat(asleep.due()).isEqualTo(in(Duration.ofDays(9)));
        assertThat(codes(page(Filter.held(officer(me)), null, 10))).containsExactly(story.code);
        assertThat(inbox.counts(officer(me)).asleep()).isEqualTo(1);
        assertThat(inbox.counts(officer(me)).mine()).isZero();
    }

    @Test
    void a_task_that_woke_says_why_until_somebody_else_gets_it() {
        String me = "me-" + unit;
        Story story = complaint().opened("a", Role.OFFICER, me, in(Duration.ofDays(9)));
        story.asleep("a", me, in(Duration.ofDays(3)), null).woken("a", Waking.DATE);
        settle();
        assertThat(page(Filter.mine(officer(me)), null, 10)
                        .items()
                        .getFirst()
                        .plan()
                        .woken())
                .isEqualTo(Waking.DATE);
        assertThat(page(asleep(officer(me)), null, 10).items()).isEmpty();
        story.tell(new TaskEvent.TaskReleased(story.id, story.task("a"), new OfficerId(me)));
        settle();
        assertThat(page(Filter.unit(officer(me)), null, 10).items().getFirst().plan())
                .isEqualTo(TaskPlan.NONE);
    }

    @Test
    void the_earlier_of_the_two_dates_gives_the_order_and_only_the_laws_makes_it_overdue() {
        String me = "me-" + unit;
        LocalDate today = DueDate.dayOf(clock.instant());
        Story own = complaint().opened("a", Role.OFFICER, me, in(Duration.ofDays(20)));
        Story sooner = complaint().opened("a", Role.OFFICER, me, in(Duration.ofDays(5)));
        Story never = complaint().opened("a", Role.OFFICER, me, null);
        Story last = complaint().opened("a", Role.OFFICER, me, in(Duration.ofDays(8)));
        own.dated("a", me, today.plusDays(2));
        never.dated("a", me, today.plusDays(6));
        settle();
        List<String> order = codes(List.of(own, sooner, never, last));
        assertThat(mine(officer(me))).isEqualTo(order);
        Page<Entry> first = page(Filter.mine(officer(me)), null, 1);
        assertThat(codes(page(Filter.mine(officer(me)), first.next(), 9))).isEqualTo(order.subList(1, 4));
        assertThat(first.items().getFirst().due()).isEqualTo(in(Duration.ofDays(20)));
        clock.advance(Duration.ofDays(4));
        assertThat(page(overdue(true), null, 9).items()).isEmpty();
        assertThat(inbox.counts(officer(me)).mineOverdue()).isZero();
        assertThat(inbox.counts(officer(me)).unitOverdue()).isZero();
        clock.advance(Duration.ofDays(17));
        assertThat(codes(page(overdue(true), null, 9))).containsExactly(own.code, sooner.code, last.code);
        assertThat(inbox.counts(officer(me)).mineOverdue()).isEqualTo(3);
        assertThat(inbox.counts(officer(me)).unitOverdue()).isEqualTo(3);
        own.dated("a", me, null);
        settle();
        assertThat(mine(officer(me))).isEqualTo(codes(List.of(sooner, never, last, own)));
    }

    @Test
    void a_cursor_is_safe_in_an_address_and_a_wrong_one_is_told_so() {
        assertThat(Cursor.START.toString()).matches("[A-Za-z0-9_-]+");
        assertThatThrownBy(() -> page(Filter.unit(officer("o")), "no cursor!", 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(Filter.unit(officer("o")), null, 201))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_subject_of_a_denunciation_is_not_shown_and_comes_back_when_it_was_none() {
        Story story = complaint().opened("a", Role.OFFICER, null, null);
        story.reclassified(Kind.COMPLAINT, Kind.DENUNCIATION);
        settle();
        assertThat(page(Filter.unit(officer("o")), null, 3).items().getFirst().subject())
                .isNull();
        story.reclassified(Kind.DENUNCIATION, Kind.COMPLAINT);
        settle();
        assertThat(page(Filter.unit(officer("o")), null, 3).items().getFirst().subject())
                .isEqualTo("Đất đai");
    }

    private Story complaint() {
        return story().received(Kind.COMPLAINT, "Đất đai", "Nguyễn Văn An");
    }

    private static Filter asleep(Actor actor) {
        return new Filter(Scope.ASLEEP, actor, null, null, null, null);
    }

    private Filter overdue(boolean overdue) {
        return new Filter(Scope.UNIT, officer("o"), overdue, null, null, null);
    }

    private Actor officer(String name) {
        return Actor.of(name, unit.value(), Role.OFFICER);
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private Page<Entry> page(Filter filter, @Nullable String cursor, int limit) {
        return inbox.tasks(filter, cursor, limit);
    }

    private List<String> unitTasks(Actor actor) {
        return codes(page(Filter.unit(actor), null, 50));
    }

    private List<String> mine(Actor actor) {
        return codes(page(Filter.mine(actor), null, 50));
    }

    private static List<String> codes(Page<Entry> page) {
        return page.items().stream().map(Entry::code).collect(Collectors.toList());
    }

    private static List<String> codes(List<Story> stories) {
        return stories.stream().map(story -> story.code).toList();
    }
}
