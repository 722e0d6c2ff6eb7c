package vn.caunoi.projections.conference;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.conference.ConferenceEvent;
import vn.caunoi.core.conference.ConferenceId;
import vn.caunoi.core.conference.Occasion;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** Dialogue conferences (hội nghị đối thoại), and which units held theirs. */
@Component
@ProcessingGroup(Conferences.GROUP)
public class Conferences implements ReadModel {
    static final String GROUP = "conferences";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LIST = """
            select c.*, (select count(*) from views.conference_matter m where m.conference = c.conference) as matters,
                   (select count(*) from views.conference_matter m
                     where m.conference = c.conference and m.petition is not null) as petitions
              from views.conference c
             where (:all or unit = any(:units)) and (:unit::text is null or unit = :unit)
               and day between :from and :to and (:state::text is null or state = :state)
               and (day, conference) < (:before, :id)
             order by day desc, conference desc limit :rows""";

    private final JdbcClient jdbc;
    private final Batch batch;

    public Conferences(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    public enum State {
        PLANNED,
        HELD,
        PUBLISHED,
        CANCELLED
    }

    /** Why the result is due when it is. */
    public record ResultRule(
            String id, String source, String confidence, int amount, LimitUnit unit, List<CountedDay> explanation) {}

    /** What somebody raised.
     * @param petition what it became */
    public record Matter(
            int no,
            @Nullable String speaker,
            String matter,
            @Nullable String answer,
            @Nullable PetitionId petition,
            @Nullable String code) {}

    /**
     * A conference.
     *
     * @param announcedInTime whether the notice was given as many days before as the law asks
     * @param matters how many were raised, and how many of them became petitions
     */
    public record Entry(
            ConferenceId id,
            UnitId unit,
            String subject,
            Occasion occasion,
            LocalDate day,
            LocalTime begins,
            String place,
            boolean online,
            State state,
            @Nullable LocalDate announced,
            @Nullable String announcedWhere,
            @Nullable Boolean announcedInTime,
            @Nullable OfficerId chair,
            @Nullable Integer participants,
            @Nullable String invited,
            @Nullable String minutes,
            @Nullable Instant resultDue,
            @Nullable ResultRule resultRule,
            @Nullable LocalDate published,
            @Nullable String publishedWhere,
            @Nullable Boolean publishedInTime,
            @Nullable String result,
            @Nullable String reason,
            long matters,
            long petitions) {}

    public record Filter(
            int year, @Nullable UnitId unit, @Nullable State state) {}

    /** The last first.
     * @param limit 1 to 200 */
    public Page<Entry> search(Filter filter, Visibility sight, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        LocalDate last = LocalDate.of(filter.year(), 12, 31);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("all", sight.all());
        values.put("units", sight.unitNames());
        values.put("unit", filter.unit() == null ? null : filter.unit().value());
        values.put("from", LocalDate.of(filter.year(), 1, 1));
        values.put("to", last);
        values.put("state", filter.state() == null ? null : filter.state().name());
        values.put("before", after == null ? last.plusDays(1) : DueDate.dayOf(after.at()));
        values.put("id", after == null ? "" : after.id());
        values.put("rows", limit + 1);
        List<Entry> rows =
                jdbc.sql(LIST).params(values).query(Conferences::entry).list();
        return Page.of(
                rows,
                limit,
                one -> new Cursor(
                        one.day().atStartOfDay(DueDate.ZONE).toInstant(),
                        one.id().value()));
    }

    public Optional<Entry> find(ConferenceId id, Visibility sight) {
        return jdbc.sql("""
                        select c.*, (select count(*) from views.conference_matter m where m.conference = c.conference)
                                   as matters,
                               (select count(*) from views.conference_matter m
                                 where m.conference = c.conference and m.petition is not null) as petitions
                          from views.conference c where conference = :id""")
                .param("id", id.value())
                .query(Conferences::entry)
                .optional()
                .filter(entry -> sight.sees(entry.unit()));
    }

    public List<Matter> matters(ConferenceId id) {
        return jdbc.sql("select * from views.conference_matter where conference = :id order by no")
                .param("id", id.value())
                .query((row, n) -> new Matter(
                        row.getInt("no"),
                        row.getString("speaker"),
                        row.getString("matter"),
                        row.getString("answer"),
                        maybe(row, "petition", PetitionId::new),
                        row.getString("code")))
                .list();
    }

    /** How many each unit has held in a year; units that held none are not in it. */
    public Map<UnitId, Long> heldIn(int year, Visibility sight) {
        return jdbc
                .sql("""
                        select unit, count(*) as held from views.conference
                         where (:all or unit = any(:units)) and state in ('HELD', 'PUBLISHED')
                           and day between :from and :to
                         group by unit""")
                .param("all", sight.all())
                .param("units", sight.unitNames())
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, n) -> Map.entry(new UnitId(row.getString("unit")), row.getLong("held")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String rule = row.getString("result_rule");
        return new Entry(
                new ConferenceId(row.getString("conference")),
                new UnitId(row.getString("unit")),
                row.getString("subject"),
                Occasion.valueOf(row.getString("occasion")),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("begins", LocalTime.class)),
                row.getString("place"),
                row.getBoolean("online"),
                State.valueOf(row.getString("state")),
                row.getObject("announced", LocalDate.class),
                row.getString("announced_where"),
                row.getObject("announced_in_time", Boolean.class),
                maybe(row, "chair", OfficerId::new),
                row.getObject("participants", Integer.class),
                row.getString("invited"),
                row.getString("minutes"),
                time(row, "result_due"),
                rule == null ? null : JSON.readValue(rule, ResultRule.class),
                row.getObject("published", LocalDate.class),
                row.getString("published_where"),
                row.getObject("published_in_time", Boolean.class),
                row.getString("result"),
                row.getString("reason"),
                row.getLong("matters"),
                row.getLong("petitions"));
    }

    private static <T> @Nullable T maybe(ResultSet row, String column, Function<String, T> of) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : of.apply(value);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("conference", "conference_matter");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(ConferenceEvent.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new ConferenceFilling(tables);
    }

    @EventHandler
    void on(ConferenceEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
