package vn.caunoi.projections.insight;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Visibility;

class PassageSpeedTest {
    @Test
    void speed() {
        TestDatabase database = TestDatabase.fresh();
        database.jdbc().sql("""
                        insert into views.passage (petition, no, id, run, process, version, step, occurrence, timer, unit, role,
                            entered, began, ended, outcome, due, last)
                        select 'p' || n / 7, n % 7, 't' || n, 1, 'complaint', 1, 's' || n % 7, 1,
                            false, 'U' || n % 50, 'officer', now() - n * interval '1 minute' - interval '3 days', now() - n * interval '1 minute' - interval '2 days',
                            case when n % 40 = 0 then null else now() - n * interval '1 minute' end, 'done', now(), 1
                          from generate_series(1, 1000000) n""").update();
        database.jdbc().sql("""
                        insert into views.process_run select 'p' || n, 1, 'complaint', 1, now() - n * interval '7 minutes' - interval '5 days',
                          now() - n * interval '7 minutes', 'end', false, 0, 0, null, 1 from generate_series(1, 140000) n""").update();
        database.jdbc().sql("""
                        insert into views.oversight_case (id, code, kind, channel, unit, assignee, subject, stage, status,
                            accepted, received, due, level, escalated, cause, limits, version)
                        select 'p' || n, 'c' || n, 'COMPLAINT', 'DESK', 'U' || n % 50, 'o', 's', 'RECEIPT', 'CLOSED', false,
                            now(), now(), 0, null, 'x', '[]', 1
                          from generate_series(1, 140000) n""").update();
        database.jdbc().sql("analyze").update();
        var source = java.util.Objects.requireNonNull(new JdbcTemplate(database.dataSource()).getDataSource());
        Passages passages =
                new Passages(new JdbcTemplate(source), Clock.systemUTC(), new JdbcTransactionManager(source));
        LocalDate today = DueDate.dayOf(java.time.Instant.now());
        Scope year = new Scope("complaint", null, today.minusDays(364), today, Visibility.everything());
        for (int i = 0; i < 3; i++) {
            long t0 = System.nanoTime();
            WorkingTime time = WorkingTime.of(WorkingCalendar.vietnam());
            long t1 = System.nanoTime();
            Passages.Figures figures = passages.figures(year, time);
            long t2 = System.nanoTime();
            var gone = passages.gone(year);
            long t3 = System.nanoTime();
            var variants = Variant.of(gone, time);
            long t4 = System.nanoTime();
            System.out.printf(
                    "SPEED calendar %d figures %d (%s, %d steps) gone %d (%d) variants %d (%d)%n",
                    (t1 - t0) / 1000000,
                    (t2 - t1) / 1000000,
                    figures.whole(),
                    figures.steps().size(),
                    (t3 - t2) / 1000000,
                    gone.size(),
                    (t4 - t3) / 1000000,
                    variants.size());
        }
        database.close();
    }
}
