package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.Vault;

/** Who locks many streams reads them in one statement, and opens nothing that nobody asks for. */
@SpringBootTest(classes = LedgerTestConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ReadTogetherTest {

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
    private PostgresStorage storage;

    @Autowired
    private Streams streams;

    @Autowired
    private StreamLocks locks;

    @Autowired
    private ReadyAggregates ready;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private EventProcessingConfiguration processing;

    private final List<String> boxes =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(20).toList();

    @BeforeEach
    void filled() {
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        boxes.forEach(box -> commands.send(new Box.Fill(box, "fork", box), "clerk"));
        ready.removeAll();
    }

    @Test
    void streams_that_are_locked_together_are_read_in_one_round_trip_without_a_key() {
        boxes.forEach(this::forgetKeys);
        during(work -> {
            locks.take(boxes);
            int trips = Trips.during(
                    () -> boxes.forEach(box -> assertThat(payloads(box)).hasSize(3)));
            assertThat(trips).isEqualTo(1);
        });
    }

    @Test
    void what_is_ready_is_not_read() {
        commands.send(new Box.PutIn(boxes.getFirst(), "spoon"), "clerk");
        during(work -> {
            locks.take(boxes);
            payloads(boxes.getLast());
            assertThat(Trips.during(() -> payloads(boxes.getFirst()))).isEqualTo(2);
        });
    }

    @Test
    void a_stream_that_grew_since_is_read_again() {
        String box = boxes.getFirst();
        during(work -> {
            locks.take(boxes);
            payloads(box);
            storage.appendEvents(List.of(new GenericDomainEventMessage<>("Box", box, 3, new Box.Opened(box))));
            assertThat(payloads(box)).hasSize(4);
        });
    }

    @Test
    void outside_of_that_unit_of_work_each_is_read_as_ever() {
        during(work -> locks.take(boxes));
        boxes.forEach(box -> assertThat(payloads(box)).hasSize(3));
    }

    @Test
    void many_that_are_going_to_be_opened_cost_two_round_trips_with_their_keys() {
        boxes.forEach(this::forgetKeys);
        int trips = Trips.during(() -> assertThat(streams.of(boxes).values().stream()
                        .flatMap(events -> things(events).stream())
                        .map(Sealed::clear))
                .hasSize(40)
                .contains("fork")
                .containsAll(boxes));
        assertThat(trips).isEqualTo(2);
    }

    @Test
    void what_is_erased_between_reading_and_opening_reads_as_erased() {
        String box = boxes.getFirst();
        List<Sealed> things = things(streams.of(boxes).getOrDefault(box, List.of()));
        vault.erase(KeyId.petition(box));
        vault.erase(KeyId.person(box));
        assertThat(things).hasSize(2).allSatisfy(thing -> assertThat(thing.clear())
                .isEqualTo(Sealed.ERASED));
        assertThat(things(streams.of(boxes).getOrDefault(box, List.of())))
                .hasSize(2)
                .allSatisfy(thing -> assertThat(thing.isErased()).isTrue());
    }

    @Test
    void one_that_is_going_to_be_opened_costs_two_round_trips_with_its_keys() {
        String box = boxes.getFirst();
        forgetKeys(box);
        int trips = Trips.during(
                () -> assertThat(things(streams.whole(box)).stream().map(Sealed::clear))
                        .hasSize(2)
                        .contains("fork"));
        assertThat(trips).isEqualTo(2);
    }

    @Test
    void a_stream_read_whole_is_what_it_is_event_by_event() {
        String box = boxes.getLast();
        commands.send(new Box.PutIn(box, "spoon"), "clerk");
        assertThat(streams.whole(box)).hasSize(4).isEqualTo(streams.of(box).toList());
        assertThat(streams.whole(box).getLast().by()).isEqualTo("clerk");
        assertThat(streams.whole(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void what_is_of_an_older_revision_goes_through_the_upcasters() {
        String box = boxes.get(3);
        jdbc.sql("insert into ledger.event_name (name, revision, kind) select name, '1', kind from ledger.event_name"
                        + " where name = 'toy.put-in' and revision = '2'")
                .update();
        jdbc.sql("update ledger.event set name = (select id from ledger.event_name where name = 'toy.put-in' and"
                        + " revision = '1' limit 1) where stream = ?::uuid and seq = 1")
                .param(box)
                .update();
        assertThat(things(streams.whole(box)).getFirst().clear()).isEqualTo("fork");
        assertThat(streams.whole(box)).isEqualTo(streams.of(box).toList());
    }

    private static List<Sealed> things(List<Recorded> events) {
        return events.stream()
                .map(Recorded::payload)
                .filter(Box.ThingPutIn.class::isInstance)
                .map(put -> ((Box.ThingPutIn) put).thing())
                .toList();
    }

    private void forgetKeys(String box) {
        vault.forget(KeyId.petition(box));
        vault.forget(KeyId.person(box));
    }

    private List<?> payloads(String box) {
        return events.readEvents(box)
                .asStream()
                .map(event -> event.getPayload())
                .toList();
    }

    private void during(Consumer<UnitOfWork<?>> test) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("test"));
        work.attachTransaction(transactions);
        try {
            test.accept(work);
        } finally {
            work.rollback();
        }
    }
}
