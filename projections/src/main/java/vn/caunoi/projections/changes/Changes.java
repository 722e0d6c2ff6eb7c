package vn.caunoi.projections.changes;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.category.CategoryEvent;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.ReorganisationEvent;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.letter.FormPublished;
import vn.caunoi.core.letter.HeadingSet;
import vn.caunoi.core.letter.SigningPowerEvent;
import vn.caunoi.core.process.ProcessEvent;
import vn.caunoi.core.routing.RoutingEvent;
import vn.caunoi.core.table.TablePublished;
import vn.caunoi.core.timekeeping.TimekeepingEvent;
import vn.caunoi.core.yardstick.YardstickEvent;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Every change of appointments, units, calendar, limits, models, categories, routing, forms, powers to sign and yardsticks. */
@Component
@ProcessingGroup(Changes.GROUP)
public class Changes implements ReadModel {
    static final String GROUP = "changes";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Batch batch;

    public Changes(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /**
     * Which changes; null leaves open.
     *
     * @param by account of who gave the order
     * @param from inclusive; {@code to} exclusive
     */
    public record Filter(
            @Nullable ChangeTopic topic,
            @Nullable String by,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One change.
     *
     * @param subject what was changed: account, unit, row, number
     * @param name logical name of the event
     * @param by null when nobody was named
     * @param data what it is now
     * @param before what was recorded of the same subject before; empty for the first
     */
    public record Change(
            String id,
            ChangeTopic topic,
            String subject,
            String name,
            Instant at,
            @Nullable String by,
            Map<String, Object> data,
            Map<String, Object> before) {}

    /** The newest first: up to so many that come after a place in the list. */
    public List<Change> newest(Filter filter, Cursor after, int limit) {
        Bounds.check(limit);
        return jdbc.sql("""
                        select c.*, b.data as before
                          from views.house_change c
                          left join lateral (select p.data from views.house_change p
                               where p.topic = c.topic and p.subject = c.subject and p.id < c.id
                               order by p.id desc limit 1) b on true
                         where (c.at, c.id) < (:at, :id) and c.at >= :from and c.at < :to""" + conditions(filter) + """
                         order by c.at desc, c.id desc limit :limit""")
                .params(
                        filter.topic() == null
                                ? Map.of()
                                : Map.of("topic", filter.topic().name()))
                .params(filter.by() == null ? Map.of() : Map.of("by", filter.by()))
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("from", time(filter.from() == null ? Instant.MIN : filter.from()))
                .param("to", time(filter.to() == null ? Instant.MAX : filter.to()))
                .param("limit", limit)
                .query(Changes::change)
                .list();
    }

    private static String conditions(Filter filter) {
        String topic = filter.topic() == null ? "" : " and c.topic = :topic";
        return topic + (filter.by() == null ? "" : " and c.by = :by") + "\n";
    }

    private static Change change(ResultSet row, int n) throws SQLException {
        String before = row.getString("before");
        return new Change(
                row.getString("id"),
                ChangeTopic.valueOf(row.getString("topic")),
                row.getString("subject"),
                row.getString("name"),
                Objects.requireNonNull(time(row, "at")),
                row.getString("by"),
                JSON.readValue(row.getString("data"), DATA),
                before == null ? Map.of() : JSON.readValue(before, DATA));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("house_change");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(
                Set.of(
                        DirectoryEvent.class,
                        ReorganisationEvent.class,
                        CategoryEvent.class,
                        RoutingEvent.class,
                        TimekeepingEvent.class,
                        YardstickEvent.class,
                        ProcessEvent.class,
                        TablePublished.class,
                        FormPublished.class,
                        HeadingSet.class,
                        SigningPowerEvent.class),
                true);
    }

    @Override
    public Filling filling(Tables tables) {
        return new ChangeFilling(tables);
    }

    @EventHandler
    void on(DirectoryEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(ReorganisationEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(CategoryEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(RoutingEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(TimekeepingEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(YardstickEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(ProcessEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(TablePublished event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(FormPublished event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(HeadingSet event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(SigningPowerEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
