package vn.caunoi.ops.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import vn.caunoi.ops.bench.Store;

/**
 * The floor: a table like ours with its indexes, filled by one INSERT of many rows. Nothing is serialised, linked or
 * announced: each row is one that ours wrote, with another place.
 */
final class RawSink implements Sink {
    private final Store store;
    private final List<Map<String, Object>> columns;
    private final Map<String, Object> like;

    /** The table of ours must have a row already. */
    RawSink(Store store) {
        this.store = store;
        store.jdbc().execute("drop schema if exists raw cascade");
        store.jdbc().execute("create schema raw");
        store.jdbc().execute("create table raw.event (like ledger.event including all excluding identity)");
        store.jdbc().execute("create sequence raw.place cache 1");
        this.columns = store.jdbc()
                .queryForList("select column_name as name, data_type as type from information_schema.columns"
                        + " where table_schema = 'ledger' and table_name = 'event' order by ordinal_position");
        this.like = store.jdbc().queryForMap("select * from ledger.event order by 1 desc limit 1");
    }

    @Override
    public void append(List<DomainEventMessage<?>> events) {
        String row = columns.stream()
                .map(column -> isPlace(column) ? "nextval('raw.place')" : "?")
                .collect(Collectors.joining(", ", "(", ")"));
        String sql = "insert into raw.event values "
                + events.stream().map(event -> row).collect(Collectors.joining(", "));
        try (Connection connection = store.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                int n = 1;
                for (Object value : values(events)) insert.setObject(n++, value);
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Object> values(List<DomainEventMessage<?>> events) {
        List<Object> all = new ArrayList<>();
        for (DomainEventMessage<?> event : events)
            for (Map<String, Object> column : columns) if (!isPlace(column)) all.add(value(column, event));
        return all;
    }

    private static boolean isPlace(Map<String, Object> column) {
        return column.get("name").equals("position") || column.get("name").equals("global_index");
    }

    private Object value(Map<String, Object> column, DomainEventMessage<?> event) {
        String name = String.valueOf(column.get("name"));
        return switch (name) {
            case "stream" ->
                column.get("type").equals("uuid")
                        ? UUID.fromString(event.getAggregateIdentifier())
                        : event.getAggregateIdentifier();
            case "seq", "sequence" -> event.getSequenceNumber();
            case "event_id" -> event.getIdentifier();
            case "hash" -> random();
            default -> like.get(name);
        };
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        Random random = ThreadLocalRandom.current();
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public long count() {
        return store.answer("select count(*) from raw.event");
    }

    @Override
    public long bytes() {
        return store.answer("select pg_total_relation_size('raw.event')");
    }
}
