package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

@SpringBootTest(
        classes = LedgerTestConfiguration.class,
        properties = {"caunoi.ledger.snapshot-every=5", "spring.datasource.connection-fetch=lazy"},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class LedgerTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration LONG = Duration.ofSeconds(20);

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private Streams streams;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private org.springframework.jdbc.core.JdbcTemplate template;

    @Autowired
    private Vault vault;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private MovableClock clock;

    @Autowired
    private BoxList list;

    @Autowired
    private TransactionManager axonTransactions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void the_message_of_a_failed_write_does_not_carry_what_was_written() {
        String insert = "insert into vault.key (id, wrapped, erased) values (?, ?::bytea, now())";
        List<Object[]> rows =
                List.of(new Object[] {UUID.randomUUID(), "Kinh"}, new Object[] {UUID.randomUUID(), "Kinh"});
        assertThatThrownBy(() -> template.batchUpdate(insert, rows)).satisfies(failure -> assertThat(
                        java.util.stream.Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause)
                                .map(Throwable::getMessage))
                .noneMatch(message -> message.contains("Kinh") || message.contains("4b696e68")));
    }

    @Test
    void axon_runs_in_springs_transactions() {
        assertThat(axonTransactions).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void a_handler_its_writes_its_position_and_what_it_appends_share_one_transaction() {
        String box = opened();
        String handler = jdbc.sql("select xid from views.driven where box = :box")
                .param("box", box)
                .query(String.class)
                .single();
        assertThat(xmin("select xmin::text from views.driven where box = '" + box + "'"))
                .isEqualTo(handler);
        assertThat(xmin("select xmin::text from ledger.event where seq = 1 and stream = '" + box + "'"))
                .isEqualTo(handler);
        assertThat(jdbc.sql("""
                        select convert_from(token, 'UTF8')::json ->> 'globalIndex' from ledger.token
                        where processor = 'box-driver' and xmin::text = :xid""").param("xid", handler).query(Long.class).optional())
                .hasValueSatisfying(position -> assertThat(position).isPositive());
    }

    @Test
    void events_are_stored_under_their_logical_name_and_revision_with_who_acted() {
        String box = opened();
        assertThat(streams.of(box))
                .extracting(Recorded::sequence, Recorded::name, Recorded::revision, Recorded::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, "toy.opened", 1, "clerk"),
                        org.assertj.core.groups.Tuple.tuple(1L, "toy.put-in", 2, "system:box-driver"));
        assertThat(jdbc.sql("select name || revision from ledger.readable_event where stream = :box order by sequence")
                        .param("box", box)
                        .query(String.class)
                        .list())
                .containsExactly("toy.opened1", "toy.put-in2");
    }

    @Test
    void personal_text_is_not_in_any_table() {
        String box = opened();
        commands.send(new Box.PutIn(box, "Nguyễn Thị Bí Mật"), "clerk");
        assertThat(jdbc.sql("select body from ledger.readable_event where stream = :box order by sequence desc limit 1")
                        .param("box", box)
                        .query(String.class)
                        .single())
                .contains("\"sealed\"")
                .doesNotContain("Bí Mật");
        assertThat(lastThing(box).clear()).isEqualTo("Nguyễn Thị Bí Mật");
    }

    @Test
    void after_erasure_the_event_loads_and_the_text_is_gone() {
        String box = opened();
        commands.send(new Box.PutIn(box, "forget me"), "clerk");
        vault.erase(KeyId.petition(box));
        assertThat(lastThing(box).isErased()).isTrue();
        commands.send(new Box.PutIn(box, "again"), "clerk");
        assertThat(lastThing(box).isErased()).isTrue();
        assertThat(streams.of(box)).hasSize(4);
    }

    @Test
    void a_snapshot_keeps_sealed_state_sealed_and_brings_it_back() {
        String box = opened();
        IntStream.range(0, 6).forEach(n -> commands.send(new Box.PutIn(box, "secret " + n), "clerk"));
        assertThat(jdbc.sql("select name || revision || body from ledger.snapshot where stream = :box")
                        .param("box", box)
                        .query(String.class)
                        .single())
                .startsWith("toy.box1")
                .contains("\"sealed\"")
                .doesNotContain("secret");
        assertThat(progress.awaitSettled(box, LONG)).isTrue();
        jdbc.sql(
                        "update ledger.event set body = '{\"box\":\"unreadable\"}' where stream = cast(:box as uuid) and seq between 1 and 4")
                .param("box", box)
                .update();
        Integer things = commands.send(new Box.PutIn(box, "last"), "clerk");
        assertThat(things).isEqualTo(8);
    }

    @Test
    void a_refused_command_leaves_nothing_behind_and_arrives_unwrapped() {
        String box = opened();
        assertThatThrownBy(() -> commands.send(new Box.Shake(box), "clerk")).isInstanceOf(Box.TooFragile.class);
        assertThat(streams.of(box)).hasSize(2);
        assertThat(jdbc.sql("select count(*) from vault.key where id = cast(:id as uuid)")
                        .param("id", KeyId.person("nobody").value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void many_writers_of_one_stream_all_succeed() throws Exception {
        String box = opened();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> writes = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(n -> () -> commands.send(new Box.PutIn(box, "t" + n), "clerk"))
                    .toList();
            for (Future<Integer> written : pool.invokeAll(writes)) {
                assertThat(written.get()).isPositive();
            }
        }
        assertThat(streams.of(box)).hasSize(42);
        assertThat(progress.awaitSettled(box, LONG)).isTrue();
        assertThat(list.things(box)).isEqualTo(41);
    }

    @Test
    void a_command_inside_a_transaction_takes_part_in_it() {
        String box = opened();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            commands.send(new Box.PutIn(box, "one"), "sweeper");
            commands.send(new Box.PutIn(box, "two"), "sweeper");
            status.setRollbackOnly();
        });
        assertThat(streams.of(box)).hasSize(2);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            commands.send(new Box.PutIn(box, "one"), "sweeper");
            assertThatThrownBy(() -> commands.send(new Box.Shake(box), "sweeper"))
                    .isInstanceOf(Box.TooFragile.class);
            commands.send(new Box.PutIn(box, "two"), "sweeper");
        });
        assertThat(streams.of(box)).hasSize(4);
    }

    @Test
    void what_fails_behind_a_savepoint_takes_only_its_own_facts_with_it() {
        String box = opened();
        DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        batch.attachTransaction(axonTransactions);
        batch.execute(() -> {
            behindSavepoint(() -> commands.send(new Box.PutIn(box, "kept"), "driver"));
            assertThatThrownBy(() -> behindSavepoint(() -> {
                        commands.send(new Box.PutIn(box, "lost"), "driver");
                        jdbc.sql("select 1 / 0").query(Integer.class).single();
                    }))
                    .isInstanceOf(DataAccessException.class);
            commands.send(new Box.PutIn(box, "incident"), "driver");
        });
        assertThat(streams.of(box)).hasSize(4);
        assertThat(lastThing(box).clear()).isEqualTo("incident");
        assertThat(commands.<Integer>send(new Box.PutIn(box, "count"), "clerk")).isEqualTo(4);
    }

    private void behindSavepoint(Runnable work) {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        nested.executeWithoutResult(
                status -> DefaultUnitOfWork.startAndGet(null).execute(work));
    }

    @Test
    void recorded_time_has_microseconds_and_never_goes_back() {
        String box = opened();
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(-3));
        commands.send(new Box.PutIn(box, "late"), "clerk");
        clock.moveTo(before);
        assertThat(streams.of(box)).extracting(Recorded::at).isSorted();
        assertThat(streams.of(box))
                .allSatisfy(event -> assertThat(event.at().getNano()).isEqualTo(123_456_000));
    }

    @Test
    void as_of_a_moment_shows_what_was_recorded_by_then() {
        String box = opened();
        Instant then =
                streams.of(box).reduce((first, second) -> second).orElseThrow().at();
        clock.advance(Duration.ofMinutes(1));
        commands.send(new Box.PutIn(box, "later"), "clerk");
        assertThat(streams.asOf(box, then)).hasSize(2);
        assertThat(streams.upTo(box, 0)).hasSize(1);
    }

    @Test
    void an_event_that_a_projection_cannot_take_is_set_aside_and_the_others_go_on() {
        String bad = opened();
        commands.send(new Box.PutIn(bad, "bomb"), "clerk");
        commands.send(new Box.PutIn(bad, "after"), "clerk");
        String good = opened();
        assertThat(progress.awaitSettled(LONG)).isTrue();
        assertThat(list.things(good)).isEqualTo(1);
        assertThat(list.things(bad)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from ledger.dead_letter where processor = 'box-list' and stream = :box")
                        .param("box", bad)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select convert_from(body, 'UTF8') from ledger.dead_letter where stream = :box limit 1")
                        .param("box", bad)
                        .query(String.class)
                        .single())
                .doesNotContain("bomb");
        assertThat(deadLetters.waiting()).containsOnly(org.assertj.core.api.Assertions.entry("box-list", 2L));
        assertThat(deadLetters.retry("box-list")).isZero();
        jdbc.sql("alter table views.box drop constraint box_things_check").update();
        assertThat(deadLetters.retry("box-list")).isEqualTo(2);
        jdbc.sql("alter table views.box add constraint box_things_check check (things < 99) not valid")
                .update();
        assertThat(list.things(bad)).isEqualTo(1 + 99 + 1);
    }

    @Test
    void a_projection_can_be_replayed_from_the_first_event() {
        String box = opened();
        StreamingEventProcessor processor = processing
                .eventProcessor("box-list", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        assertThat(progress.awaitSettled(LONG)).isTrue();
        assertThat(list.things(box)).isEqualTo(1);
        assertThat(progress.lag()).containsOnlyKeys("box-driver", "box-list").allSatisfy((name, lag) -> assertThat(lag)
                .isZero());
    }

    @Test
    void positions_of_processors_that_run_elsewhere_are_read_from_the_table() {
        String box = opened();
        assertThat(progress.awaitSettled(box, LONG)).isTrue();
        StreamingEventProcessor processor = processing
                .eventProcessor("box-list", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        assertThat(progress.awaitSettled(box, Duration.ofMillis(50))).isTrue();
        commands.send(new Box.PutIn(box, "unseen"), "clerk");
        assertThat(progress.awaitSettled(box, Duration.ofMillis(50))).isFalse();
        processor.start();
        assertThat(progress.awaitSettled(box, LONG)).isTrue();
    }

    private String opened() {
        String box = UUID.randomUUID().toString();
        commands.send(new Box.Open(box), "clerk");
        assertThat(progress.awaitSettled(box, LONG)).isTrue();
        return box;
    }

    private vn.caunoi.core.vault.Sealed lastThing(String box) {
        return streams.of(box)
                .map(Recorded::payload)
                .filter(Box.ThingPutIn.class::isInstance)
                .map(Box.ThingPutIn.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow()
                .thing();
    }

    private String xmin(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
