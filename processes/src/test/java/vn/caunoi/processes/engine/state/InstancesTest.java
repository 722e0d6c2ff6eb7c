package vn.caunoi.processes.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;

class InstancesTest {

    private static TestDatabase database;
    private static JdbcTemplate jdbc;
    private static Instances instances;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        jdbc = new JdbcTemplate(database.dataSource());
        instances = Instances.in(jdbc);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void what_is_flushed_is_there_for_the_next() {
        InstanceState state = written(begun());
        assertThat(instances.state(state.instance())).contains(state);
        InstanceState further = moved(state);
        try (Moving moving = instances.open(List.of(state.instance()))) {
            moving.change(further);
            assertThat(instances.state(state.instance())).contains(further);
            moving.flush();
            assertThat(moving.of(state.instance())).isEqualTo(further);
        }
        assertThat(instances.look(List.of(state.instance()))).containsValue(further);
    }

    @Test
    void what_is_not_flushed_is_forgotten() {
        InstanceState state = written(begun());
        try (Moving moving = instances.open(List.of())) {
            moving.change(moved(moving.of(state.instance())));
        }
        assertThat(instances.state(state.instance())).contains(state);
        assertThat(Instances.current()).isEmpty();
    }

    @Test
    void rolling_back_to_a_savepoint_brings_back_what_was_known_then_and_what_was_not() {
        InstanceState state = written(begun());
        InstanceState fresh = begun();
        try (Moving moving = instances.open(List.of(state.instance()))) {
            moving.change(moved(state));
            Moving.Savepoint before = moving.savepoint();
            moving.begin(fresh.instance());
            moving.change(fresh);
            moving.change(moved(moved(state)));
            moving.rollback(before);
            assertThat(moving.of(state.instance())).isEqualTo(moved(state));
            assertThat(moving.of(fresh.instance())).isNull();
            moving.flush();
        }
        assertThat(instances.state(state.instance())).contains(moved(state));
        assertThat(instances.state(fresh.instance())).isEmpty();
    }

    @Test
    void what_was_flushed_since_a_savepoint_is_undone_with_that_of_the_transaction() {
        InstanceState state = written(begun());
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        transaction.executeWithoutResult(status -> {
            try (Moving moving = instances.open(List.of(state.instance()))) {
                Moving.Savepoint before = moving.savepoint();
                Object also = status.createSavepoint();
                moving.change(moved(state));
                moving.flush();
                status.rollbackToSavepoint(also);
                moving.rollback(before);
                moving.change(moved(moved(state)));
                moving.flush();
            }
        });
        assertThat(instances.state(state.instance())).contains(moved(moved(state)));
    }

    @Test
    void savepoints_of_others_and_of_what_is_undone_are_refused() {
        try (Moving moving = instances.open(List.of())) {
            Moving.Savepoint first = moving.savepoint();
            moving.change(begun());
            Moving.Savepoint second = moving.savepoint();
            moving.rollback(first);
            assertThatThrownBy(() -> moving.rollback(second)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> instances.open(List.of())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_instance_that_is_over_leaves_no_row() {
        InstanceState state = written(begun());
        try (Moving moving = instances.open(List.of(state.instance()))) {
            moving.change(new InstanceState(state.instance()));
            assertThat(instances.state(state.instance())).isEmpty();
            moving.flush();
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from engine.instance where instance = ?::uuid",
                        Integer.class,
                        state.instance()))
                .isZero();
    }

    @Test
    void one_that_begins_and_ends_meanwhile_is_never_written() {
        InstanceState state = begun();
        try (Moving moving = instances.open(List.of())) {
            moving.change(state);
            moving.change(new InstanceState(state.instance()));
            moving.flush();
        }
        assertThat(instances.state(state.instance())).isEmpty();
    }

    @Test
    void many_are_read_and_written_together() {
        List<InstanceState> states = List.of(begun(), begun(), begun());
        try (Moving moving = instances.open(List.of())) {
            states.forEach(moving::change);
            moving.flush();
        }
        List<String> all = states.stream().map(InstanceState::instance).toList();
        assertThat(instances.look(all).values()).containsExactlyInAnyOrderElementsOf(states);
    }

    @Test
    void who_moves_what_another_has_moved_or_ended_meanwhile_is_refused() {
        InstanceState state = written(begun());
        InstanceState over = written(begun());
        try (Moving late = instances.open(List.of(state.instance(), over.instance()))) {
            jdbc.update("update engine.instance set version = version + 1");
            late.change(moved(state));
            assertThatThrownBy(late::flush).isInstanceOf(OptimisticLockingException.class);
        }
        try (Moving late = instances.open(List.of(over.instance()))) {
            jdbc.update("update engine.instance set version = version + 1");
            late.change(new InstanceState(over.instance()));
            assertThatThrownBy(late::flush).isInstanceOf(OptimisticLockingException.class);
        }
    }

    @Test
    void one_that_cannot_be_read_stops_nobody_else() {
        InstanceState broken = written(begun());
        InstanceState whole = written(begun());
        jdbc.update(
                "update engine.instance set state = '\\x02'::bytea || state where instance = ?::uuid",
                broken.instance());
        try (Moving moving = instances.open(List.of(broken.instance(), whole.instance()))) {
            assertThat(moving.of(whole.instance())).isEqualTo(whole);
            assertThatThrownBy(() -> moving.of(broken.instance())).isInstanceOf(UnreadableState.class);
        }
    }

    private static InstanceState begun() {
        InstanceState state = new InstanceState(UUID.randomUUID().toString());
        state.put(new Token(state.instance(), null, "p", "d:1:x", "d", "one", "one:1", true, false, true, false, 0, 1));
        return state;
    }

    private static InstanceState moved(InstanceState before) {
        InstanceState after = before.copy();
        int waits = before.subscriptions().size();
        after.put(new Subscription("s" + waits, "petition.noted", before.instance(), "m", null));
        return after;
    }

    private static InstanceState written(InstanceState state) {
        try (Moving moving = instances.open(List.of())) {
            moving.change(state);
            moving.flush();
        }
        return state;
    }
}
