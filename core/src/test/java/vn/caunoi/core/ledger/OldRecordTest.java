package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.TestDatabase;

/** A database of an earlier build, whose events lie in Axon's layout, opens and says the same. */
class OldRecordTest {

    private static final String BOX = "0199f0a0-0000-7000-8000-00000000000b";
    private static final String TRACE = UUID.randomUUID().toString();
    private static final String ID = UUID.randomUUID().toString();

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage storage = Storages.on(database);

    @BeforeEach
    void opened() {
        database.jdbc().sql("drop schema ledger cascade").update();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/ledger")
                .schemas("ledger")
                .defaultSchema("ledger")
                .table("migration")
                .target("50")
                .load()
                .migrate();
        insert(1, BOX, 0, ID, "2026-11-18T02:00:00.123456Z", "{\"box\":\"a \\\"b\\\" c\"}", "{}");
        insert(2, "no uuid \"ạ\"", 0, "2", "2026-11-18T02:00:00Z", "{\"box\":\"x\"}", "{\"by\":\"clerk\"}");
        insert(
                5,
                BOX,
                1,
                "5",
                "2026-11-18T02:00:01Z",
                "{\"box\":\"đơn\"}",
                "{\"by\":\"ơ\",\"traceId\":\"" + TRACE + "\"}");
        database.jdbc()
                .sql("select setval('ledger.event_global_index_seq', 7)")
                .query()
                .listOfRows();
        Migrations.run(database.dataSource());
    }

    private void insert(int position, String stream, int sequence, String id, String at, String body, String metadata) {
        database.jdbc()
                .sql("""
                        insert into ledger.event
                          (global_index, stream, sequence, kind, event_id, recorded, name, revision, body, metadata)
                        values (?, ?, ?, 'Box', ?, ?::timestamptz, 'toy.opened', '1', ?, ?)""")
                .params(position, stream, sequence, id, at, body, metadata)
                .update();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void every_event_keeps_its_position_its_place_and_what_it_says() {
        List<TrackedEventMessage<?>> events = storage.batchAfter(0);
        assertThat(events)
                .extracting(event -> PostgresStorage.position(event.trackingToken()))
                .containsExactly(1L, 2L, 5L);
        assertThat(events).extracting(event -> event.getIdentifier()).containsExactly(ID, "2", "5");
        assertThat(events)
                .extracting(event -> ((Box.Opened) event.getPayload()).box())
                .containsExactly("a \"b\" c", "x", "đơn");
        assertThat(events.getFirst().getTimestamp()).isEqualTo(Instant.parse("2026-11-18T02:00:00.123456Z"));
        assertThat(events.getFirst().getMetaData()).isEmpty();
        assertThat(events.getLast().getMetaData()).containsEntry("by", "ơ").containsEntry("traceId", TRACE);
        assertThat(events)
                .extracting(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .containsExactly(BOX, "no uuid \"ạ\"", BOX);
    }

    @Test
    void positions_that_processors_remember_go_on_meaning_the_same() {
        assertThat(storage.batchAfter(2)).hasSize(1);
        assertThat(PostgresStorage.position(storage.createHeadToken())).isEqualTo(7);
        storage.appendEvents(List.of(new GenericDomainEventMessage<>("Box", BOX, 2, new Box.Opened("new"))));
        assertThat(PostgresStorage.position(storage.batchAfter(5).getFirst().trackingToken()))
                .isEqualTo(8);
    }

    @Test
    void the_old_events_are_tied_together_and_new_ones_to_them() {
        storage.appendEvents(List.of(new GenericDomainEventMessage<>("Box", BOX, 2, new Box.Opened("new"))));
        LedgerIntegrity integrity = new LedgerIntegrity(database.dataSource());
        assertThat(integrity.check()).isEqualTo(new LedgerIntegrity.Finding(4, List.of()));
        database.jdbc()
                .sql("update ledger.event set body = body || ' ' where position = 1")
                .update();
        assertThat(integrity.check().breaks()).hasSize(1);
    }

    @Test
    void people_read_it_in_a_view() {
        assertThat(database.jdbc()
                        .sql(
                                "select stream || sequence || kind || name || coalesce(by, '-') from ledger.readable_event order by position")
                        .query(String.class)
                        .list())
                .containsExactly(BOX + "0Boxtoy.opened-", "no uuid \"ạ\"0Boxtoy.openedclerk", BOX + "1Boxtoy.openedơ");
    }
}
