package vn.caunoi.projections.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Plans;
import vn.caunoi.projections.inbox.Inbox.Filter;
import vn.caunoi.projections.inbox.Inbox.Scope;

/** Lists stay fast with many tasks: each walks one index in its order. */
class InboxPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestDatabase ONE_UNIT = TestDatabase.fresh();

    @BeforeAll
    static void manyTasksOfOneUnit() {
        ONE_UNIT.jdbc().sql("""
                        insert into views.task (id, petition, process, key, name, unit, role, assignee, due,
                            form, version, code, kind, subject, case_stage)
                        select 't' || n, 'p' || n, 'complaint', 'verify', 'Verify', 'OTHER', 'OFFICER', null,
                            timestamptz '2026-12-07 23:59:59+07', 'f', 1, 'c' || n, 'COMPLAINT', 's', 'RECEIPT'
                          from generate_series(1, 40000) n""").update();
        ONE_UNIT.jdbc().sql("analyze views.task").update();
    }

    @BeforeAll
    static void manyTasks() {
        DATABASE.jdbc().sql("""
                        insert into views.task (id, petition, process, key, name, unit, role, assignee, due,
                            form, version, code, kind, subject, case_stage)
                        select 't' || n, 'p' || n, 'complaint', 'verify', 'Verify', 'U' || n % 50,
                            'OFFICER', case when n % 3 = 0 then 'o' || n % 200 end, now() + n * interval '1 minute',
                            'f', 1, 'c' || n, 'COMPLAINT', 's', 'RECEIPT'
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("analyze views.task").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
        ONE_UNIT.close();
    }

    @Test
    void where_all_work_seems_to_be_one_units_the_list_of_another_does_not_walk_it() {
        Filter toClaim = new Filter(Scope.UNIT, Actor.of("o", "U1", Role.OFFICER), null, false, null, null);
        String sql = InboxQuery.of(toClaim, Cursor.START, 51, NOW).sql();
        assertThat(Plans.ofAllValues(ONE_UNIT.dataSource(), sql))
                .contains("task_to_claim")
                .doesNotContain("task_by_due");
    }

    @Test
    void the_list_of_a_unit_walks_its_index() {
        assertThat(plan(Filter.unit(Actor.of("o", "U1", Role.OFFICER, Role.HEAD))))
                .contains("task_of_group");
    }

    @Test
    void the_list_of_who_covers_many_units_walks_all_tasks_by_due() {
        Set<UnitId> covers = new HashSet<>();
        IntStream.range(0, 50).forEach(n -> covers.add(new UnitId("U" + n)));
        Actor province = new Actor(new OfficerId("o"), new UnitId("P"), covers, Set.of(Role.OFFICER));
        assertThat(plan(Filter.unit(province))).contains("task_by_due").doesNotContain("Seq Scan");
    }

    @Test
    void what_a_unit_has_to_claim_walks_its_own_index() {
        Actor actor = Actor.of("o", "U1", Role.OFFICER);
        assertThat(plan(new Filter(Scope.UNIT, actor, null, false, null, null))).contains("task_to_claim");
    }

    @Test
    void the_lists_of_several_groups_are_merged_as_they_are_read() {
        Set<UnitId> covers = Set.of(new UnitId("U1"), new UnitId("U2"), new UnitId("U3"));
        Actor actor = new Actor(new OfficerId("o"), new UnitId("U1"), covers, Set.of(Role.OFFICER));
        assertThat(plan(new Filter(Scope.UNIT, actor, null, false, null, null)))
                .contains("Merge Append", "task_to_claim")
                .doesNotContain("Sort  ");
    }

    @Test
    void the_numbers_for_badges_look_at_few_tasks() {
        InboxQuery counts = InboxQuery.counts(Actor.of("o3", "U1", Role.OFFICER), NOW);
        assertThat(plan(counts)).contains("task_of_officer", "task_count_pkey").doesNotContain("Seq Scan on task ");
    }

    @Test
    void my_list_walks_its_index() {
        assertThat(plan(Filter.mine(Actor.of("o3", "U1", Role.OFFICER)))).contains("task_of_officer");
    }

    @Test
    void what_sleeps_walks_its_own_index() {
        Actor actor = Actor.of("o3", "U1", Role.OFFICER);
        assertThat(plan(new Filter(Scope.ASLEEP, actor, null, null, null, null)))
                .contains("task_asleep");
    }

    @Test
    void what_is_overdue_walks_the_index_of_its_unit_also_where_tasks_have_days_of_their_own() {
        Actor actor = Actor.of("o3", "U1", Role.OFFICER);
        assertThat(plan(new Filter(Scope.UNIT, actor, true, null, null, null))).contains("task_of_group");
    }

    @Test
    void the_tasks_of_a_petition_are_found_by_it() {
        Actor actor = Actor.of("o", "U1", Role.OFFICER);
        assertThat(plan(new Filter(Scope.UNIT, actor, null, null, new PetitionId("p7"), null)))
                .contains("task_of_petition");
    }

    private static String plan(Filter filter) {
        String plan = plan(InboxQuery.of(filter, Cursor.START, 51, NOW));
        assertThat(plan).doesNotContain("Seq Scan on task");
        return plan;
    }

    private static String plan(InboxQuery query) {
        return query.onePlan()
                ? Plans.ofAllValues(DATABASE.dataSource(), query.sql())
                : Plans.of(DATABASE.jdbc(), query.sql(), query.values());
    }
}
