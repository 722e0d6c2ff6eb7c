package vn.caunoi.projections.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Plans;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.WordKeys;
import vn.caunoi.projections.casefile.CaseFiles.Filter;
import vn.caunoi.projections.casefile.CaseFiles.MyOrder;
import vn.caunoi.projections.casefile.CaseFiles.Section;
import vn.caunoi.projections.casefile.CaseFiles.Sort;

/** Lists stay fast with many cases. */
class CasePlanTest {
    private static final long OFTEN = 1_000_001;
    private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
    private static final Visibility ONE_UNIT = Visibility.of(Set.of(new UnitId("U1")));
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void manyCases() {
        DATABASE.jdbc().sql("""
                        insert into views.case_file (id, code, code_key, kind, stage, status, unit, assignee, channel,
                            received, next_due, escalated, version, subject)
                        select 'p' || n, 'c' || n, 'C' || n, 'COMPLAINT', 'RECEIPT',
                            case when n % 4 = 0 then 'OPEN' else 'CLOSED' end, 'U' || n % 50, 'o' || n % 200, 'DESK',
                            now() - n * interval '1 minute', now() + n * interval '1 minute', false, 1, 's'
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        insert into views.found_by select 'p' || n, array[:often, n] || array(
                            select abs(hashint4(n * 61 + m)::bigint) % (m * m * 40) from generate_series(1, 60) m), false, 1
                          from generate_series(1, 40000) n""").param("often", OFTEN).update();
        DATABASE.jdbc().sql("""
                        insert into views.case_part select 'o' || n % 50, 'p' || n, 'WAITING', 'U' || n % 50, now() + n * interval '1 minute'
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        insert into views.task (id, petition, process, key, name, unit, role, assignee, due, form, version,
                            code, case_stage)
                        select 't' || n, 'p' || n, 'complaint', 'verify', 'Verify', 'U' || n % 50, 'OFFICER', 'o' || n % 200,
                            now() + n * interval '1 minute', 'f', 1, 'c' || n, 'RECEIPT'
                          from generate_series(1, 40000, 4) n""").update();
        DATABASE.jdbc()
                .sql("analyze views.case_file, views.found_by, views.case_part, views.task")
                .update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void the_newest_cases_are_walked_by_receipt() {
        assertThat(plan(Filter.ALL, Visibility.everything(), Sort.NEWEST)).contains("case_file_newest ");
        assertThat(plan(Filter.ALL, ONE_UNIT, Sort.NEWEST)).contains("case_file_newest_of_unit");
    }

    @Test
    void overdue_cases_are_walked_by_what_is_due_first() {
        Filter overdue = new Filter(null, null, null, null, null, null, null, null, null, true, null, null, null, null);
        assertThat(plan(overdue, Visibility.everything(), Sort.DUE)).contains("case_file_due ");
        assertThat(plan(overdue, ONE_UNIT, Sort.DUE)).contains("case_file_due_of_unit");
    }

    @Test
    void of_words_that_few_have_the_cases_are_looked_up_and_of_words_that_many_have_the_first_are_walked() {
        assertThat(found("w39999", Visibility.everything(), true)).contains("found_by_keys", "case_file_pkey");
        assertThat(found("nguyen w39999", ONE_UNIT, true)).contains("found_by_keys");
        assertThat(found("nguyen", Visibility.everything(), false))
                .contains("case_file_newest ", "found_by_pkey")
                .doesNotContain("found_by_keys");
    }

    private static String found(String typed, Visibility to, boolean few) {
        var query = CaseQuery.of(words(typed), to, NOW, false, new WordKeys(CasePlanTest::key), CategoryTree.shipped())
                .few(few);
        var page = query.page(Sort.NEWEST, null, 51);
        return planOf(page.sql(), page.params());
    }

    private static Filter words(String typed) {
        return new Filter(null, null, null, null, null, null, null, null, null, null, null, null, null, typed);
    }

    /** The word nguyen has this key, and a word such as w17 the key 17. */
    private static long key(String text) {
        String word = text.substring(text.lastIndexOf(' ') + 1);
        if (!text.startsWith("search TEXT")) return Long.MIN_VALUE;
        return word.equals("nguyen") ? OFTEN : Long.parseLong(word.substring(1));
    }

    @Test
    void the_cases_of_an_officer_are_found_by_the_officer() {
        Filter of = new Filter(
                null, null, null, null, new OfficerId("o7"), null, null, null, null, null, null, null, null, null);
        assertThat(plan(of, Visibility.everything(), Sort.NEWEST)).contains("case_file_newest_of_officer");
        assertThat(mine(Section.WAITING)).contains("case_part_of_officer", "task_of_officer", "task_of_petition");
        assertThat(mine(Section.COMING)).contains("case_part_of_officer", "task_asleep", "task_of_petition");
        assertThat(mine(Section.DONE)).contains("Backward using case_part_of_officer");
        assertThat(mine(Section.TO_DO)).contains("task_of_officer", "case_file_pkey");
    }

    private static String mine(Section section) {
        var query = MyCases.of(
                new OfficerId("o7"), section, MyOrder.RECEIVED, Visibility.of(Set.of(new UnitId("U7"))), null, 50);
        return planOf(query.sql(), query.params());
    }

    private static String plan(Filter filter, Visibility to, Sort sort) {
        var query = CaseQuery.of(filter, to, NOW, false, new WordKeys(CasePlanTest::key), CategoryTree.shipped())
                .page(sort, null, 51);
        return planOf(query.sql(), query.params());
    }

    private static String planOf(String sql, Map<String, @Nullable Object> params) {
        String plan = Plans.of(DATABASE.jdbc(), sql, params);
        assertThat(plan).doesNotContain("Seq Scan");
        return plan + "\n";
    }
}
