package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/** A command costs one round trip where nothing has to be asked, and knows no less than one that asks. */
@SpringBootTest(
        classes = LedgerTestConfiguration.class,
        properties = "spring.datasource.connection-fetch=lazy",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OneRoundTripTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("spring.datasource.url", () -> Trips.counted(DATABASE.url()));
    }

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private Streams streams;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private TransactionManager axonTransactions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private EventProcessingConfiguration processing;

    private final String box = UUID.randomUUID().toString();

    @BeforeEach
    void nobodyElseAsks() {
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        fill(UUID.randomUUID().toString());
    }

    @Test
    void a_command_that_begins_a_stream_costs_one_round_trip_with_the_keys_it_makes() {
        assertThat(Trips.during(() -> fill(box))).isEqualTo(1);
        assertThat(streams.of(box)).hasSize(3);
        assertThat(streams.of(box).map(Recorded::payload)).contains(new Box.Opened(box));
        assertThat(jdbc.sql("select count(*) from vault.key where id in (:ids)")
                        .param(
                                "ids",
                                List.of(
                                        UUID.fromString(KeyId.petition(box).value()),
                                        UUID.fromString(KeyId.person(box).value())))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_command_to_what_is_ready_costs_one_round_trip() {
        fill(box);
        for (int n = 0; n < 12; n++) {
            assertThat(Trips.during(() -> putIn(box))).isEqualTo(1);
        }
        assertThat(count(box)).isEqualTo(14);
        assertThat(new LedgerIntegrity(database).check(box).breaks()).isEmpty();
    }

    @Test
    void a_key_that_was_there_before_its_stream_is_used_and_not_replaced() {
        try (ConfigurableApplicationContext other = otherNode()) {
            fill(other, UUID.randomUUID().toString(), box);
        }
        commands.send(new Box.Fill(box, "fork", box), "clerk");
        assertThat(streams.of(box).map(Recorded::payload))
                .filteredOn(Box.ThingPutIn.class::isInstance)
                .allSatisfy(put ->
                        assertThat(((Box.ThingPutIn) put).thing().isErased()).isFalse());
    }

    @Test
    void an_erased_key_stays_erased_when_its_stream_begins_later() {
        vault.erase(KeyId.person(box));
        fill(box);
        assertThat(streams.of(box).map(Recorded::payload).toList().getLast())
                .isInstanceOfSatisfying(
                        Box.ThingPutIn.class,
                        put -> assertThat(put.thing().isErased()).isTrue());
    }

    @Test
    void what_begins_a_stream_that_is_there_is_refused_as_ever() {
        fill(box);
        assertThatThrownBy(() -> commands.send(new Box.Open(box), "clerk"))
                .hasMessageContaining(box)
                .isInstanceOf(org.axonframework.modelling.command.AggregateStreamCreationException.class);
        assertThat(count(box)).isEqualTo(2);
    }

    @Test
    void an_answer_without_an_event_knows_what_another_node_recorded() {
        fill(box);
        try (ConfigurableApplicationContext other = otherNode()) {
            other.getBean(Commands.class).send(new Box.PutIn(box, "spoon"), "clerk");
        }
        assertThat(count(box)).isEqualTo(recorded()).isGreaterThan(2);
    }

    @Test
    void a_refusal_knows_what_another_node_recorded() {
        fill(box);
        assertThatThrownBy(() -> commands.send(new Box.MustHold(box, 3), "clerk"))
                .isInstanceOf(Box.TooFragile.class);
        putIn(box);
        try (ConfigurableApplicationContext other = otherNode()) {
            other.getBean(Commands.class).send(new Box.PutIn(box, "spoon"), "clerk");
        }
        commands.send(new Box.MustHold(box, recorded()), "clerk");
    }

    @Test
    void what_is_judged_by_an_older_state_is_judged_anew() {
        fill(box);
        try (ConfigurableApplicationContext other = otherNode()) {
            other.getBean(Commands.class).send(new Box.PutIn(box, "spoon"), "clerk");
        }
        int before = recorded();
        assertThat(putIn(box)).isEqualTo(before + 1);
        assertThat(new LedgerIntegrity(database).check(box).breaks()).isEmpty();
    }

    @Test
    void what_was_prepared_in_a_transaction_that_rolled_back_is_not_believed() {
        fill(box);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            putIn(box);
            putIn(box);
            status.setRollbackOnly();
        });
        assertThat(putIn(box)).isEqualTo(3);
    }

    @Test
    void many_at_once_on_two_nodes_lose_and_double_nothing() throws Exception {
        fill(box);
        try (ConfigurableApplicationContext other = otherNode();
                ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Commands> nodes = List.of(commands, other.getBean(Commands.class));
            List<Future<?>> done = IntStream.range(0, 120)
                    .<Future<?>>mapToObj(
                            n -> people.submit(() -> nodes.get(n % 2).send(new Box.PutIn(box, "fork " + n), "clerk")))
                    .toList();
            for (Future<?> one : done) one.get();
        }
        assertThat(count(box)).isEqualTo(recorded()).isBetween(122, 123);
        assertThat(new LedgerIntegrity(database).check(box).breaks()).isEmpty();
    }

    @Test
    void a_lost_race_takes_along_what_else_was_written_in_its_transaction() {
        fill(box);
        assertThatThrownBy(() -> {
                    DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
                    work.attachTransaction(axonTransactions);
                    jdbc.sql("insert into ledger.given_id values (?)")
                            .param(box)
                            .update();
                    events.publish(new GenericDomainEventMessage<>("Box", box, 2, new Box.Opened(box)));
                    work.commit();
                })
                .isInstanceOf(org.axonframework.modelling.command.ConcurrencyException.class);
        assertThat(jdbc.sql("select count(*) from ledger.given_id where id = ?")
                        .param(box)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_append_is_seen_by_who_asks_before_the_commit() {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(axonTransactions);
        events.publish(new GenericDomainEventMessage<>("Box", box, 0, new Box.Opened(box)));
        work.onPrepareCommit(last ->
                assertThat(streams.last(box)).as("asked before the commit").isZero());
        work.commit();
        assertThat(streams.of(box)).hasSize(1);
    }

    private void fill(String stream) {
        commands.send(new Box.Fill(stream, "fork", stream), "clerk");
    }

    private static void fill(ConfigurableApplicationContext node, String stream, String person) {
        node.getBean(Commands.class).send(new Box.Fill(stream, "fork", person), "clerk");
    }

    /** The other node's driver may have labelled the box. */
    private int recorded() {
        return (int) streams.of(box)
                .filter(event -> event.payload() instanceof Box.ThingPutIn)
                .count();
    }

    private int putIn(String stream) {
        return Objects.requireNonNull(commands.<Integer>send(new Box.PutIn(stream, "fork"), "clerk"));
    }

    private int count(String stream) {
        return Objects.requireNonNull(commands.<Integer>send(new Box.Count(stream), "clerk"));
    }

    private static ConfigurableApplicationContext otherNode() {
        SpringApplicationBuilder node =
                new SpringApplicationBuilder(LedgerTestConfiguration.class).web(WebApplicationType.NONE);
        DATABASE.register((name, value) -> node.properties(name + "=" + value.get()));
        ConfigurableApplicationContext started = node.run();
        started.getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        return started;
    }
}
