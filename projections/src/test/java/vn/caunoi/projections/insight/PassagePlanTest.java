package vn.caunoi.projections.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Plans;
import vn.caunoi.projections.Visibility;

/** What is asked of years of passages reads those of its period, and those that stand now. */
class PassagePlanTest {
    private static final Instant NOW = Instant.now();
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void manyPassages() {
        DATABASE.jdbc().sql("""
                        insert into views.passage (petition, no, id, run, process, version, step, occurrence, timer, unit, role,
                            entered, began, ended, outcome, due, last)
                        select 'p' || n, 0, 't' || n, 1, case when n % 5 = 0 then 'feedback' else 'complaint' end, 1, 's' || n % 7, 1,
                            false, 'U' || n % 50, 'officer', now() - n * interval '20 minutes', now() - n * interval '20 minutes',
                            case when n % 40 = 0 then null else now() - n * interval '19 minutes' end, 'done', now(), 1
                          from generate_series(1, 60000) n""").update();
        DATABASE.jdbc().sql("analyze views.passage").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_period_walks_the_index_of_its_process_and_now_only_what_is_open() {
        for (Visibility sight : List.of(Visibility.everything(), Visibility.of(Set.of(new UnitId("U4"))))) {
            LocalDate today = DueDate.dayOf(NOW);
            Scope month = new Scope("complaint", null, today.minusDays(30), today, sight);
            assertThat(plan(PassageQuery.ended(month, month.start(), month.end(), 1_000)))
                    .contains("passage_ended")
                    .doesNotContain("Seq Scan");
            assertThat(plan(PassageQuery.standing(month, NOW)))
                    .contains("passage_open")
                    .doesNotContain("Seq Scan on passage");
        }
    }

    private static String plan(Asked asked) {
        return Plans.of(DATABASE.jdbc(), asked.sql(), asked.params());
    }
}
