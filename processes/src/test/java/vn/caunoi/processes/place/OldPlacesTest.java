package vn.caunoi.processes.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.place.Places.Kept;
import vn.caunoi.processes.place.Places.OpenTask;
import vn.caunoi.processes.place.Places.Running;
import vn.caunoi.processes.place.Places.RunningTimer;

class OldPlacesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Places places = new Places(jdbc);

    @BeforeEach
    void asTheVersionBefore() {
        jdbc.execute("drop schema engine cascade");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/engine")
                .schemas("engine")
                .defaultSchema("engine")
                .table("migration")
                .target("22")
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void where_petitions_stood_before_the_tables_became_one_is_still_known() {
        jdbc.execute("""
                insert into engine.running values ('p1', 'complaint', 2, 'i1', 4);
                insert into engine.course values ('p1', '{"complaint/verify": 2}', 17), ('p2', default, null);
                insert into engine.task values ('t1', 'p1', 'i1', 'verify:a1');
                insert into engine.timer values ('m1', 'p1', 'complaint', 'wait', 'j1');
                insert into engine.kept_event values ('p1', 'complaint', 'petition.withdrawn', 9),
                  ('p3', 'complaint', 'petition.suspended', 3)""");
        Migrations.run(database.dataSource());
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        assertThat(places.running("p1")).containsExactly(new Running("complaint", 2, "i1", 4));
        assertThat(places.parked("p1")).contains(17L);
        assertThat(places.timers("p1")).containsExactly(new RunningTimer("m1", "complaint", "wait", "j1"));
        assertThat(places.kept("p1")).containsExactly(new Kept("complaint", "petition.withdrawn"));
        assertThat(places.takeTask("p1", "i1", "verify:a1")).contains(new OpenTask("t1", "i1", "verify:a1"));
        assertThat(places.reached("p1", "complaint/verify")).isEqualTo(3);
        assertThat(places.parked("p2")).isEmpty();
        assertThat(places.kept("p3")).containsExactly(new Kept("complaint", "petition.suspended"));
        work.rollback();
    }

    @Test
    void what_a_batch_writes_the_next_one_reads() {
        Migrations.run(database.dataSource());
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        places.started("p", new Running("intake", 1, "i", 0));
        places.started("p", new Running("other", 1, "o", 0));
        places.opened("p", new OpenTask("t", "i", "one:a"));
        places.keep("p", new Kept("intake", "petition.withdrawn"), 3);
        places.reached("p", "intake/one");
        write();
        places.forgetAll();
        places.ended("p", "other");
        places.migrated("p", "intake", 2);
        places.park("p", 5);
        write();
        places.forgetAll();
        assertThat(places.running("p")).containsExactly(new Running("intake", 2, "i", 0));
        assertThat(places.parked("p")).contains(5L);
        assertThat(places.takeTask("p", "t")).isPresent();
        assertThat(places.kept("p")).containsExactly(new Kept("intake", "petition.withdrawn"));
        assertThat(jdbc.queryForObject("select activity_instance from engine.task where task = 't'", String.class))
                .isEqualTo("one:a");
        work.rollback();
    }

    private void write() {
        Together together = new Together();
        places.write(together);
        together.run(jdbc);
    }
}
