package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Plans;
import vn.caunoi.projections.Visibility;

/** Boards stay fast with many cases. */
class OversightPlanTest {
    private static final Instant NOW = Instant.now();
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void manyCases() {
        DATABASE.jdbc().sql("""
                        insert into views.oversight_case (id, code, kind, channel, unit, assignee, subject, stage, status,
                            accepted, received, due, level, escalated, cause, limits, version)
                        select 'p' || n, 'c' || n, 'COMPLAINT', 'DESK', 'U' || n % 50,
                            case when n % 10 = 0 then null else 'o' end, 's', 'RECEIPT',
                            case when n % 4 = 0 then 'OPEN' else 'CLOSED' end, false, now() - n * interval '1 minute',
                            now() + (n - 20000) * interval '1 minute', n % 3, now() - n * interval '1 minute', 'x', '[]', 1
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        insert into views.oversight_holder
                        select 'p' || n, 0, '-infinity'::timestamptz, 'U' || n % 50, 'o' from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        insert into views.oversight_fact
                        select 'p' || n, 1, w, now() - n * interval '1 minute', 'U' || n % 50, 'o', 'LATE'
                          from generate_series(1, 40000) n,
                               lateral (select (array['CLOSED', 'ANSWERED', 'REOPENED', 'ESCALATED'])[n % 4 + 1] as w) k""").update();
        for (String table : List.of("oversight_case", "oversight_holder", "oversight_fact"))
            DATABASE.jdbc().sql("analyze views." + table).update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void each_board_walks_its_index() {
        assertThat(plan(Board.OVERDUE, Visibility.everything())).contains("oversight_due ");
        assertThat(plan(Board.OVERDUE, Visibility.of(Set.of(new UnitId("U4"))))).contains("oversight_due_of_unit");
        assertThat(plan(Board.DUE_SOON, Visibility.everything())).contains("oversight_due ");
        assertThat(plan(Board.ESCALATED, Visibility.everything())).contains("oversight_escalated");
        assertThat(plan(Board.UNASSIGNED, Visibility.everything())).contains("oversight_unassigned");
    }

    @Test
    void the_calendar_reads_only_cases_whose_next_limit_is_near() {
        LocalDate day = LocalDate.ofInstant(NOW, BusinessClock.ZONE);
        Oversight.Span span = new Oversight.Span(day.minusDays(13), day.minusDays(12), null);
        var query = DueQuery.counting(span, Visibility.of(Set.of(new UnitId("U4"))), NOW);
        assertThat(Plans.of(DATABASE.jdbc(), query.sql(), query.params()))
                .contains("oversight_due_of_unit")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "CLOSED", "CLOSED_LATE", "REOPENED", "ANSWERED"})
    void what_came_and_what_was_done_is_found_by_its_time_and_its_holder_by_the_case(MonthFigure figure) {
        LocalDate day = DueDate.dayOf(NOW).minusDays(5);
        var query = MonthQuery.counted(figure, true, new Period(day, day), Visibility.everything(), NOW);
        assertThat(Plans.of(DATABASE.jdbc(), query.sql(), query.params()))
                .doesNotContain("Seq Scan on oversight")
                .contains(figure == MonthFigure.RECEIVED ? "oversight_holder_pkey" : "oversight_fact_by_time");
    }

    private static String plan(Board board, Visibility to) {
        var query = OversightQuery.page(board, to, null, NOW, NOW.plusSeconds(86_400), null, 51);
        String plan = Plans.of(DATABASE.jdbc(), query.sql(), query.params());
        assertThat(plan).doesNotContain("Seq Scan").doesNotContain("Sort");
        return plan;
    }
}
