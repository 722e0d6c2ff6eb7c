package vn.caunoi.projections.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Plans;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles.Filter;
import vn.caunoi.projections.casefile.CaseFiles.Section;
import vn.caunoi.projections.casefile.CaseFiles.Sort;

/** Lists stay fast with many cases. */
class CasePlanTest {
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
        DATABASE.jdbc()
                .sql(
                        "insert into views.case_words select 'p' || n, md5(n::text) || repeat(' nguyen van', 12) from generate_series(1, 40000) n")
                .update();
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
                .sql("analyze views.case_file, views.case_words, views.case_part, views.task")
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
    void words_are_found_by_their_parts() {
        Filter words =
                new Filter(null, null, null, null, null, null, null, null, null, null, null, null, null, "a1b2c3");
        assertThat(plan(words, Visibility.everything(), Sort.NEWEST)).contains("case_words_parts");
    }

    @Test
    void the_cases_of_an_officer_are_found_by_the_officer() {
        Filter of = new Filter(
                null, null, null, null, new OfficerId("o7"), null, null, null, null, null, null, null, null, null);
        assertThat(plan(of, Visibility.everything(), Sort.NEWEST)).contains("case_file_newest_of_officer");
        assertThat(mine(Section.WAITING)).contains("case_part_of_officer", "task_of_officer", "task_of_petition");
        assertThat(mine(Section.TO_DO)).contains("task_of_officer", "case_file_pkey");
    }

    private static String mine(Section section) {
        var query = MyCases.of(new OfficerId("o7"), section, Visibility.of(Set.of(new UnitId("U7"))), null, 50);
        return planOf(query.sql(), query.params());
    }

    private static String plan(Filter filter, Visibility to, Sort sort) {
        var query = CaseQuery.of(filter, to, NOW, false).page(sort, null, 51);
        return planOf(query.sql(), query.params());
    }

    private static String planOf(String sql, Map<String, @Nullable Object> params) {
        String plan = Plans.of(DATABASE.jdbc(), sql, params);
        assertThat(plan).doesNotContain("Seq Scan");
        return plan + "\n";
    }
}
