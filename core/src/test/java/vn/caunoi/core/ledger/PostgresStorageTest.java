package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;

/** The record in PostgreSQL, beyond what Axon asks of a storage engine. */
class PostgresStorageTest {

    private static final Instant NOON = Instant.parse("2026-11-18T05:00:00.123456Z");
    private static final String BOX = UUID.randomUUID().toString();

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage storage = Storages.on(database);

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P",
                "",
                "đơn vị \"số 1\" \\ 😀",
                "with\u0000nul",
                "0199F0A0-0000-7000-8000-00000000000B",
                "0199f0a0-0000-8000-8000-00000000000b",
                "0199f0a0-0000-7000-8000-00000000000b"
            })
    void a_stream_may_be_called_anything(String stream) {
        storage.appendEvents(List.of(event(stream, 0, NOON)));
        storage.appendEvents(List.of(event(stream, 1, NOON)));
        assertThat(storage.readEvents(stream).asStream())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getAggregateIdentifier()).isEqualTo(stream));
        assertThat(storage.lastSequenceNumberFor(stream)).hasValue(1L);
        assertThat(((DomainEventMessage<?>) storage.batchAfter(0).getFirst()).getAggregateIdentifier())
                .isEqualTo(stream);
    }

    @Test
    void the_key_of_a_stream_is_the_same_in_sql() {
        for (String stream : List.of(
                "P", "đơn", BOX, BOX.toUpperCase(java.util.Locale.ROOT), "0199f0a0-0000-8000-8000-00000000000b")) {
            assertThat(database.jdbc()
                            .sql("select ledger.stream(?)")
                            .param(stream)
                            .query(UUID.class)
                            .single())
                    .isEqualTo(StreamKey.of(stream).key());
        }
    }

    @Test
    void ten_megabytes_are_read_back_as_written() {
        String large = "đ\u0000\"\\ 😀".repeat(1_000_000);
        storage.appendEvents(List.of(new GenericDomainEventMessage<>("box", BOX, 0, new Box.Opened(large))));
        assertThat(((Box.Opened) storage.readEvents(BOX).next().getPayload()).box())
                .isEqualTo(large);
        assertThat(new LedgerIntegrity(database.dataSource()).check().breaks()).isEmpty();
    }

    @Test
    void half_a_character_is_refused_and_not_stored_as_something_else() {
        Box.Opened half = new Box.Opened("half \ud83d");
        assertThatThrownBy(() -> storage.appendEvents(List.of(new GenericDomainEventMessage<>("box", BOX, 0, half))))
                .isInstanceOf(RuntimeException.class);
        assertThat(storage.readEvents(BOX).asStream()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "traceId", "correlationId", "~", "~i", "~t", "quote\"", "x\u0000y"})
    void metadata_is_read_back_as_written(String key) {
        String uuid = UUID.randomUUID().toString();
        for (Map<String, ?> given : List.<Map<String, ?>>of(
                Map.of(),
                Map.of(key, "value \"\\ \u0000 đ"),
                Map.of(key, uuid),
                Map.of("traceId", uuid, "correlationId", uuid, key + "2", 1),
                Map.of("traceId", uuid, "correlationId", UUID.randomUUID().toString(), "by", "clerk"))) {
            String box = UUID.randomUUID().toString();
            var event = new GenericDomainEventMessage<>("box", box, 0, new Box.Opened("x")).withMetaData(given);
            storage.appendEvents(List.of(event));
            DomainEventMessage<?> read = storage.readEvents(box).next();
            assertThat(read.getMetaData()).isEqualTo(MetaData.from(given));
            assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
        }
    }

    @Test
    void an_identifier_derived_from_its_place_takes_no_room() {
        String derived = StreamKey.eventAt(StreamKey.of(BOX).key(), 0);
        storage.appendEvents(List.of(new GenericDomainEventMessage<>(
                "box", BOX, 0, new GenericMessage<>(derived, new Box.Opened("x"), MetaData.emptyInstance()), NOON)));
        assertThat(storage.readEvents(BOX).next().getIdentifier()).isEqualTo(derived);
        assertThat(database.jdbc()
                        .sql("select metadata from ledger.event")
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(database.jdbc()
                        .sql("select count(*) from ledger.given_id")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_event_of_no_aggregate_is_read_as_such() {
        var loose = new GenericEventMessage<>(new Box.Opened("loose"));
        storage.appendEvents(List.of(loose));
        assertThat(storage.batchAfter(0).getFirst())
                .isNotInstanceOf(DomainEventMessage.class)
                .satisfies(read -> assertThat(read.getIdentifier()).isEqualTo(loose.getIdentifier()));
    }

    @Test
    void a_token_at_a_moment_misses_nothing_of_then_though_times_do_not_rise_with_positions() {
        int[] minutes = {0, 1, 30, 2, 3, 4, 5, 31, 6, 7, 40, 8};
        for (int n = 0; n < minutes.length; n++) {
            storage.appendEvents(List.of(event("box " + n, 0, NOON.plusSeconds(60L * minutes[n]))));
        }
        for (int minute : new int[] {0, 1, 2, 3, 5, 7, 30, 31, 35, 40}) {
            int first = IntStream.range(0, minutes.length)
                    .filter(n -> minutes[n] >= minute)
                    .findFirst()
                    .orElseThrow();
            assertThat(PostgresStorage.position(storage.createTokenAt(NOON.plusSeconds(60L * minute))))
                    .isEqualTo(first);
        }
        assertThat(storage.createTokenAt(NOON.plusSeconds(3600))).isEqualTo(storage.createHeadToken());
        assertThat(storage.createTokenAt(NOON.minusSeconds(1))).isEqualTo(storage.createTailToken());
    }

    @Test
    void positions_beyond_two_to_the_power_of_31_and_32_are_followed_like_others() {
        for (long start : new long[] {(1L << 31) - 2, (1L << 32) - 2, 5L << 32}) {
            database.jdbc()
                    .sql("select setval('ledger.event_position', ?)")
                    .param(start)
                    .query()
                    .listOfRows();
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).executeWithoutResult(open -> {
                storage.appendEvents(List.of(event("open " + start, 0, NOON)));
                Thread other = Thread.ofPlatform().start(() -> {
                    PostgresStorage there = Storages.on(database);
                    there.appendEvents(List.of(event("other " + start, 0, NOON)));
                    assertThat(PostgresStorage.position(there.createHeadToken()))
                            .isEqualTo(start);
                    assertThat(there.batchAfter(start)).isEmpty();
                    database.jdbc()
                            .sql("create table if not exists asserted (at bigint)")
                            .update();
                    database.jdbc()
                            .sql("insert into asserted values (?)")
                            .param(start)
                            .update();
                });
                join(other);
            });
            assertThat(storage.batchAfter(start)).hasSize(2);
        }
        assertThat(database.jdbc()
                        .sql("select count(*) from asserted")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_name_first_used_in_a_transaction_that_was_rolled_back_is_not_remembered() {
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).executeWithoutResult(status -> {
            storage.appendEvents(List.of(event(BOX, 0, NOON), event(BOX, 1, NOON)));
            assertThat(storage.readEvents(BOX).asStream()).hasSize(2);
            status.setRollbackOnly();
        });
        storage.appendEvents(List.of(event(BOX, 0, NOON)));
        assertThat(Storages.on(database).readEvents(BOX).asStream()).hasSize(1);
        assertThat(database.jdbc()
                        .sql("select count(*) from ledger.readable_event")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 63, 64, 65, 200})
    void an_append_of_any_size_keeps_its_order(int size) {
        storage.appendEvents(List.of(event(BOX, 0, NOON)));
        storage.appendEvents(IntStream.rangeClosed(1, size)
                .<DomainEventMessage<?>>mapToObj(
                        n -> event(n % 3 == 0 ? "other" : BOX, n % 3 == 0 ? n / 3 - 1 : n - n / 3, NOON))
                .toList());
        assertThat(storage.readEvents(null, false)).hasSize(size + 1);
        assertThat(storage.readEvents(BOX).asStream()).hasSize(size + 1 - size / 3);
        assertThat(new LedgerIntegrity(database.dataSource()).check())
                .isEqualTo(new LedgerIntegrity.Finding(size + 1, List.of()));
    }

    @Test
    void an_append_that_goes_on_from_what_was_rolled_back_writes_nothing_of_itself() {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        transaction.executeWithoutResult(status -> {
            storage.appendEvents(List.of(event(BOX, 0, NOON)));
            status.setRollbackOnly();
        });
        Storages.on(database).appendEvents(List.of(event(BOX, 0, NOON.plusSeconds(1))));
        storage.appendEvents(
                IntStream.rangeClosed(1, 20).mapToObj(n -> event(BOX, n, NOON)).toList());
        assertThat(new LedgerIntegrity(database.dataSource()).check())
                .isEqualTo(new LedgerIntegrity.Finding(21, List.of()));
        assertThat(storage.readEvents(BOX).asStream())
                .allSatisfy(event -> assertThat(event.getTimestamp()).isEqualTo(NOON.plusSeconds(1)));
    }

    @Test
    void a_lost_race_is_one_though_what_came_before_was_remembered() {
        PostgresStorage here = Storages.on(database);
        here.appendEvents(List.of(event(BOX, 0, NOON)));
        storage.appendEvents(List.of(event(BOX, 1, NOON)));
        assertThatThrownBy(() -> here.appendEvents(List.of(event(BOX, 1, NOON))))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_newer_snapshot_takes_the_place_of_the_older() {
        storage.storeSnapshot(event(BOX, 1, NOON));
        storage.storeSnapshot(event(BOX, 7, NOON));
        storage.storeSnapshot(event(BOX, 7, NOON));
        assertThat(storage.readSnapshot(BOX)).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.getSequenceNumber()).isEqualTo(7);
            assertThat(snapshot.getTimestamp()).isEqualTo(NOON);
        });
        assertThat(database.jdbc()
                        .sql("select count(*) from ledger.snapshot")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DomainEventMessage<?> event(String box, long sequence, Instant at) {
        var fact = new GenericDomainEventMessage<>("box", box, sequence, new Box.Opened(box));
        return new GenericDomainEventMessage<>("box", box, sequence, fact, at);
    }
}
