package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;

/** What was recorded cannot be changed without being found. */
class IntegrityTest {

    private static final Instant NOON = Instant.parse("2026-11-18T05:00:00.123456Z");
    private static final UUID BOX = UUID.fromString("0199f0a0-0000-7000-8000-00000000000b");

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage storage = Storages.on(database);
    private final LedgerIntegrity integrity = new LedgerIntegrity(database.dataSource());

    @BeforeEach
    void recorded() {
        storage.appendEvents(List.of(event(0, "a"), event(1, "b"), event(2, "c")));
        storage.appendEvents(List.of(event(3, "đơn khiếu nại 😀")));
        Storages.on(database).appendEvents(List.of(event(4, "e"), other(0), event(5, "f"), other(1)));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void an_untouched_record_holds() {
        assertThat(integrity.check()).isEqualTo(new LedgerIntegrity.Finding(8, List.of()));
        assertThat(integrity.check(BOX.toString()).events()).isEqualTo(6);
    }

    @Test
    void postgresql_computes_the_same_hashes() {
        assertThat(database.jdbc().sql("""
                        select count(*) from (
                          select hash, ledger.linked(
                            coalesce(lag(hash) over (partition by stream order by seq), decode(repeat('00', 32), 'hex')),
                            stream, seq, event_name.name, revision, recorded, body, metadata) as linked
                          from ledger.event join ledger.event_name on event_name.id = event.name) as both_ways
                        where hash = linked""").query(Long.class).single()).isEqualTo(8);
    }

    @Test
    void a_changed_body_is_found() {
        tamper("update ledger.event set body = replace(body, 'b', 'B') where seq = 1 and position < 4");
        assertThat(breaks()).containsExactly(at(1, LedgerIntegrity.Kind.CHANGED));
    }

    @Test
    void changed_metadata_is_found() {
        tamper("update ledger.event set metadata = '{\"by\":\"nobody\"}' where stream = '" + BOX + "' and seq = 2");
        assertThat(breaks()).containsExactly(at(2, LedgerIntegrity.Kind.CHANGED));
    }

    @Test
    void another_time_is_found() {
        tamper("update ledger.event set recorded = recorded - interval '1 microsecond' where seq = 3");
        assertThat(breaks()).containsExactly(at(3, LedgerIntegrity.Kind.CHANGED));
    }

    @Test
    void another_name_is_found() {
        tamper("update ledger.event_name set name = 'toy.stolen'");
        assertThat(breaks()).hasSize(8);
    }

    @Test
    void two_events_that_changed_places_are_found() {
        tamper("update ledger.event set seq = 9 where stream = '" + BOX + "' and seq = 1");
        tamper("update ledger.event set seq = 1 where stream = '" + BOX + "' and seq = 2");
        tamper("update ledger.event set seq = 2 where stream = '" + BOX + "' and seq = 9");
        assertThat(breaks()).extracting(LedgerIntegrity.Break::sequence).contains(1L, 2L, 3L);
    }

    @Test
    void an_event_that_was_taken_out_is_found() {
        tamper("delete from ledger.event where stream = '" + BOX + "' and seq = 2");
        assertThat(breaks()).containsExactly(at(3, LedgerIntegrity.Kind.MISSING));
    }

    @Test
    void the_order_in_the_record_is_checked_too() {
        tamper("update ledger.event set position = 1000 where stream = '" + BOX + "' and seq = 2");
        assertThat(breaks()).containsExactly(at(3, LedgerIntegrity.Kind.OUT_OF_ORDER));
    }

    @Test
    void what_follows_a_rolled_back_event_is_tied_to_what_stayed() {
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource())).executeWithoutResult(status -> {
            storage.appendEvents(List.of(event(6, "never")));
            status.setRollbackOnly();
        });
        Storages.on(database).appendEvents(List.of(event(6, "instead")));
        storage.appendEvents(List.of(event(7, "after")));
        assertThat(integrity.check().breaks()).isEmpty();
        assertThat(storage.readEvents(BOX.toString()).asStream()).hasSize(8);
    }

    private void tamper(String sql) {
        database.jdbc().sql(sql).update();
    }

    private List<LedgerIntegrity.Break> breaks() {
        return integrity.check().breaks();
    }

    private static LedgerIntegrity.Break at(long sequence, LedgerIntegrity.Kind kind) {
        return new LedgerIntegrity.Break(BOX, sequence, kind);
    }

    private static GenericDomainEventMessage<?> event(long sequence, String content) {
        return new GenericDomainEventMessage<>("box", BOX.toString(), sequence, new Box.Opened(content))
                .withMetaData(java.util.Map.of(
                        "by", "clerk", "traceId", UUID.randomUUID().toString()));
    }

    private static GenericDomainEventMessage<?> other(long sequence) {
        Box.Opened fact = new Box.Opened("other");
        return new GenericDomainEventMessage<>(
                "box", "no uuid", sequence, new GenericDomainEventMessage<>("box", "no uuid", sequence, fact), NOON);
    }
}
