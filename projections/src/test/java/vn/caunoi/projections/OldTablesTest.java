package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.core.testing.TestDatabase;

/** What the previous version filled is as this one would have filled it. */
class OldTablesTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

    @BeforeEach
    void asBefore() {
        jdbc.execute("drop schema views cascade");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/views")
                .schemas("views")
                .defaultSchema("views")
                .table("migration")
                .target("40")
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void cases_parts_and_tasks_of_the_previous_version_are_kept() {
        jdbc.execute("""
                insert into views.case_file (id, code, code_key, pin_hash, kind, stage, status, unit, assignee, channel,
                    received, closed, next_due, escalated, waiting, subject, tasks, version)
                values ('p1', 'KN-1', 'KN1', 'pin', 'COMPLAINT', 'VERIFICATION', 'OPEN', 'U', 'o1', 'DESK', '2026-01-02Z',
                        null, 'infinity', true, 'officer', 'Đền bù', '[]', 7),
                       ('p2', 'KN-2', 'KN2', null, null, 'CLOSED', 'CLOSED', 'U', null, 'DESK', '2026-01-03Z',
                        '2026-02-01Z', 'infinity', false, null, null, '[]', 9);
                insert into views.case_part values ('o1', 'p1', 'TO_DO', 'U', '2026-03-01Z'),
                    ('o1', 'p2', 'DONE', 'U', '2026-01-03Z');
                insert into views.oversight_case (id, code, channel, unit, stage, status, accepted, received, due, level,
                    limits, version)
                values ('p1', 'KN-1', 'DESK', 'U', 'VERIFICATION', 'OPEN', true, '2026-01-02Z', 'infinity', 2, '[]', 7);
                insert into views.task values ('t1', 'p1', 'complaint', 'verify', 'Verify', 'U', 'OFFICER', 'o1',
                    '2026-03-01Z', 'f', 6, 'KN-1', 'COMPLAINT', 'Đền bù', 'VERIFICATION')""");
        Migrations.run(database.dataSource());
        assertThat(rows(
                        "select concat_ws(' ', id, code_key, pin_hash, kind, stage, status, assignee, escalated, waiting,"
                                + " subject, version, next_due) from views.case_file order by id"))
                .containsExactly(
                        "p1 KN1 pin COMPLAINT VERIFICATION OPEN o1 t officer Đền bù 7 infinity",
                        "p2 KN2 CLOSED CLOSED f 9 infinity");
        assertThat(rows("select concat_ws(' ', petition, officer, section, unit, extract(day from received at time zone"
                        + " 'UTC')) from views.case_part order by 1"))
                .containsExactly("p1 o1 WAITING U 2", "p2 o1 DONE U 3");
        assertThat(rows("select concat_ws(' ', id, level, accepted, version) from views.oversight_case"))
                .containsExactly("p1 2 t 7");
        assertThat(
                        rows(
                                "select concat_ws(' ', id, petition, unit, role, assignee, version, case_stage) from views.task"))
                .containsExactly("t1 p1 U OFFICER o1 6 VERIFICATION");
    }

    private List<String> rows(String sql) {
        return jdbc.queryForList(sql, String.class);
    }
}
