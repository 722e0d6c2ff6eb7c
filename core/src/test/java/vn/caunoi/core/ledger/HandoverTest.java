package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.ClearSealing;
import vn.caunoi.core.testing.Specimen;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.Vault;

/** Followers get what this program committed without reading it, and get the same. */
@SpringBootTest(classes = LedgerTestConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class HandoverTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final StoredNames NAMES = StoredNames.scan("vn.caunoi");

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("spring.datasource.url", () -> Trips.counted(DATABASE.url()));
        registry.add("caunoi.ledger.only-node", () -> true);
    }

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private PostgresStorage storage;

    @Autowired
    private Vault vault;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private PlatformTransactionManager springs;

    @Autowired
    private EventProcessingConfiguration processing;

    private final String box = UUID.randomUUID().toString();
    private BlockingStream<TrackedEventMessage<?>> follower;

    @BeforeEach
    void followed() {
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        follower = events.openStream(storage.createHeadToken());
        assertThat(follower.hasNextAvailable()).isFalse();
    }

    @AfterEach
    void leave() {
        follower.close();
    }

    @Test
    void what_a_command_recorded_is_handed_over() {
        List<TrackedEventMessage<?>> taken = handed(() -> commands.send(new Box.Fill(box, "fork", "Lan"), "clerk"));
        assertThat(taken).hasSize(3);
        mustBeAsRead(taken);
        assertThat(taken.getFirst().getMetaData()).containsEntry(Commands.BY, "clerk");
    }

    @Test
    void what_was_rolled_back_is_not_handed_over_and_holds_nobody_up() {
        new TransactionTemplate(springs).executeWithoutResult(status -> {
            commands.send(new Box.Open(box), "clerk");
            status.setRollbackOnly();
        });
        commands.send(new Box.Open(box), "clerk");
        List<TrackedEventMessage<?>> taken = all();
        assertThat(taken).hasSize(1);
        mustBeAsRead(taken);
    }

    @Test
    void what_is_committed_with_other_things_is_read() {
        new TransactionTemplate(springs).executeWithoutResult(status -> {
            commands.send(new Box.Open(box), "clerk");
            inAnotherThread(() -> assertThat(all()).isEmpty());
        });
        commands.send(new Box.PutIn(box, "fork"), "clerk");
        assertThat(all()).hasSize(2);
    }

    @Test
    void behind_an_event_of_another_program_the_database_is_asked() {
        String other = UUID.randomUUID().toString();
        Storages.on(DATABASE).appendEvents(List.of(opened(other)));
        commands.send(new Box.Open(box), "clerk");
        assertThat(all().stream().map(EventMessage::getPayload).toList())
                .isEqualTo(List.of(new Box.Opened(other), new Box.Opened(box)));
    }

    @Test
    void nothing_is_shown_before_an_earlier_number_that_is_still_being_written() {
        TransactionTemplate open = new TransactionTemplate(springs);
        open.executeWithoutResult(status -> {
            String early = UUID.randomUUID().toString();
            storage.appendEvents(List.of(opened(early)));
            inAnotherThread(() -> commands.send(new Box.Open(box), "clerk"));
            inAnotherThread(() -> assertThat(all()).isEmpty());
        });
        inAnotherThread(() -> commands.send(new Box.PutIn(box, "fork"), "clerk"));
        assertThat(all()).hasSize(3);
    }

    @Test
    void what_is_erased_before_it_is_opened_reads_as_erased() {
        commands.send(new Box.Fill(box, "fork", "Lan"), "clerk");
        List<Sealed> things = all().stream()
                .map(EventMessage::getPayload)
                .filter(Box.ThingPutIn.class::isInstance)
                .map(put -> ((Box.ThingPutIn) put).thing())
                .toList();
        vault.erase(KeyId.petition(box));
        assertThat(things.getFirst().clear()).isEqualTo(Sealed.ERASED);
        assertThat(things.getLast().clear()).isEqualTo("Lan");
    }

    @Test
    void none_is_missed_or_shown_twice_while_many_write_here_and_elsewhere() throws Exception {
        long before = PostgresStorage.position(storage.createHeadToken());
        PostgresStorage elsewhere = Storages.on(DATABASE);
        List<Long> shown = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(n -> writers.submit(() -> writeMany(n, elsewhere)))
                    .toList();
            while (!all.stream().allMatch(Future::isDone)) {
                if (follower.hasNextAvailable(2, TimeUnit.MILLISECONDS)) shown.add(position(next()));
            }
            for (Future<?> each : all) each.get();
        }
        commands.send(new Box.Open(box), "clerk");
        List<Long> recorded = DATABASE.jdbc()
                .sql("select position from ledger.event where position > ? order by position")
                .param(before)
                .query(Long.class)
                .list();
        while (shown.size() < recorded.size() && follower.hasNextAvailable(10, TimeUnit.SECONDS))
            shown.add(position(next()));
        assertThat(shown).isEqualTo(recorded);
    }

    private void writeMany(int writer, PostgresStorage elsewhere) {
        for (int n = 0; n < 120; n++) {
            String stream = UUID.randomUUID().toString();
            if (writer == 0) {
                elsewhere.appendEvents(List.of(opened(stream)));
            } else if (n % 10 == writer) {
                new TransactionTemplate(springs).executeWithoutResult(status -> {
                    commands.send(new Box.Fill(stream, "fork", stream), "clerk");
                    if (writer % 2 == 0) status.setRollbackOnly();
                });
            } else {
                commands.send(new Box.Fill(stream, "fork", stream), "clerk");
            }
        }
    }

    private static long position(TrackedEventMessage<?> event) {
        return PostgresStorage.position(event.trackingToken());
    }

    static Stream<Object> facts() {
        return NAMES.classes().stream()
                .filter(Class::isRecord)
                .filter(type -> Files.exists(sample(type)))
                .flatMap(type -> Stream.of(Specimen.of(type), read(type)));
    }

    private static Path sample(Class<?> type) {
        StoredAs stored = StoredNames.nameOf(type);
        return Path.of("src/test/resources/samples", stored.value() + ".v" + stored.revision() + ".json");
    }

    private static Object read(Class<?> type) {
        LedgerJson json = LedgerJson.of(NAMES, new ClearSealing());
        try {
            return json.deserialize(new SimpleSerializedObject<>(
                    Files.readString(sample(type)), String.class, json.typeForClass(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_event_is_handed_over_as_it_would_be_read(Object fact) {
        Map<String, Object> metadata = Map.of("by", "Lê Thị Hà", "other", "a\"b");
        List<TrackedEventMessage<?>> taken =
                handed(() -> record(new GenericDomainEventMessage<>("kind", box, 0, fact, metadata)));
        assertThat(taken)
                .as("it is handed over: all it is made of must be known to Shape")
                .hasSize(1);
        mustBeAsRead(taken);
    }

    @Test
    void what_only_reading_can_tell_is_read() {
        List<TrackedEventMessage<?>> taken = handed(() -> record(
                new GenericDomainEventMessage<>("kind", box, 0, new Box.Opened(box), MetaData.with("number", 5L))));
        assertThat(taken).isEmpty();
        assertThat(all()).hasSize(1);
    }

    private List<TrackedEventMessage<?>> handed(Runnable writing) {
        long before = PostgresStorage.position(storage.createHeadToken());
        writing.run();
        return storage.handover().after(before);
    }

    private void record(DomainEventMessage<?> event) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("test"));
        work.attachTransaction(transactions);
        events.publish(event);
        work.commit();
    }

    private List<TrackedEventMessage<?>> all() {
        List<TrackedEventMessage<?>> all = new ArrayList<>();
        while (follower.hasNextAvailable()) all.add(next());
        return all;
    }

    private TrackedEventMessage<?> next() {
        try {
            return follower.nextAvailable();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mustBeAsRead(List<TrackedEventMessage<?>> taken) {
        long before = PostgresStorage.position(taken.getFirst().trackingToken()) - 1;
        List<TrackedEventMessage<?>> read = storage.batchAfter(before);
        assertThat(read).hasSameSizeAs(taken);
        for (int n = 0; n < read.size(); n++) mustBeSame(taken.get(n), read.get(n));
    }

    private static void mustBeSame(TrackedEventMessage<?> taken, TrackedEventMessage<?> read) {
        assertThat(taken.trackingToken())
                .isEqualTo(read.trackingToken())
                .isInstanceOf(GlobalSequenceTrackingToken.class);
        assertThat(taken.getPayload()).isEqualTo(read.getPayload());
        assertThat(taken.getPayloadType()).isEqualTo(read.getPayloadType());
        assertThat(taken.getMetaData()).isEqualTo(read.getMetaData());
        assertThat(taken.getIdentifier()).isEqualTo(read.getIdentifier());
        assertThat(taken.getTimestamp()).isEqualTo(read.getTimestamp());
        DomainEventMessage<?> one = (DomainEventMessage<?>) taken;
        DomainEventMessage<?> other = (DomainEventMessage<?>) read;
        assertThat(one.getType()).isEqualTo(other.getType());
        assertThat(one.getAggregateIdentifier()).isEqualTo(other.getAggregateIdentifier());
        assertThat(one.getSequenceNumber()).isEqualTo(other.getSequenceNumber());
    }

    private static DomainEventMessage<?> opened(String box) {
        return new GenericDomainEventMessage<>("box", box, 0, new Box.Opened(box));
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
