package vn.caunoi.projections.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.reception.Office;
import vn.caunoi.core.reception.SittingEvent;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.UnscheduledGround;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** Days on which leaders receive citizens (lịch tiếp công dân), and what became of them. */
@Component
@ProcessingGroup(Rota.GROUP)
public class Rota implements ReadModel {
    static final String GROUP = "rota";

    private static final String LIST = """
            select s.*, (select count(*) from views.visit v where v.sitting = s.sitting) as visits from views.sitting s
             where (:all or unit = any(:units)) and (:unit::text is null or unit = :unit)
               and (:leader::text is null or leader = :leader)
               and day between :from and :to
               and (:state::text is null or state = :state and not (:state = 'PLANNED' and day < :today)
                    or :state = 'MISSED' and state = 'PLANNED' and day < :today)
               and (day, sitting) > (:after, :id)
             order by day, sitting limit :rows""";

    /** Days, not sittings, are counted: a leader who receives twice on a day has held one. */
    private static final String FIGURES = """
            select unit, leader,
                   count(distinct day) filter (where unscheduled is null and state <> 'CANCELLED') as planned,
                   count(distinct day) filter (where unscheduled is null and state = 'HELD') as held,
                   count(distinct day) filter (where unscheduled is null and state = 'DELEGATED') as delegated,
                   count(distinct day) filter (where unscheduled is null
                       and (state = 'MISSED' or state = 'PLANNED' and day < :today)) as missed,
                   count(distinct day) filter (where unscheduled is not null and state in ('HELD', 'DELEGATED'))
                       as unscheduled,
                   count(distinct day) filter (where online and state in ('HELD', 'DELEGATED')) as online
              from views.sitting
             where (:all or unit = any(:units)) and (:unit::text is null or unit = :unit)
               and day between :from and :to
             group by unit, leader order by unit, leader""";

    private final JdbcClient jdbc;
    private final Batch batch;
    private final Clock clock;

    public Rota(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
        this.clock = clock;
    }

    /** What became of a day. One that has passed without a word was missed. */
    public enum State {
        PLANNED,
        HELD,
        DELEGATED,
        MISSED,
        CANCELLED
    }

    /** @param wanted the day of the rota, where that was off
     * @param visits how many visits were recorded with it */
    public record Day(
            SittingId id,
            UnitId unit,
            OfficerId leader,
            Office office,
            LocalDate wanted,
            LocalDate day,
            LocalTime from,
            LocalTime to,
            String room,
            boolean online,
            @Nullable UnscheduledGround unscheduled,
            State state,
            @Nullable OfficerId delegate,
            @Nullable String reason,
            long visits) {}

    /** Days of one leader in a period; unscheduled ones are counted apart. */
    public record Figures(
            UnitId unit,
            OfficerId leader,
            int planned,
            int held,
            int delegated,
            int missed,
            int unscheduled,
            int online) {}

    public record Filter(
            @Nullable UnitId unit,
            @Nullable OfficerId leader,
            LocalDate from,
            LocalDate to,
            @Nullable State state) {}

    /** In their order.
     * @param limit 1 to 200 */
    public Page<Day> days(Filter filter, Visibility sight, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? null : Cursor.parse(cursor);
        LocalDate today = today();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("all", sight.all());
        values.put("units", sight.unitNames());
        values.put("unit", filter.unit() == null ? null : filter.unit().value());
        values.put("leader", filter.leader() == null ? null : filter.leader().value());
        values.put("from", filter.from());
        values.put("to", filter.to());
        values.put("state", filter.state() == null ? null : filter.state().name());
        values.put("today", today);
        values.put("after", after == null ? filter.from().minusDays(1) : DueDate.dayOf(after.at()));
        values.put("id", after == null ? "" : after.id());
        values.put("rows", limit + 1);
        List<Day> rows =
                jdbc.sql(LIST).params(values).query((row, n) -> day(row, today)).list();
        return Page.of(
                rows,
                limit,
                last -> new Cursor(
                        last.day().atStartOfDay(DueDate.ZONE).toInstant(),
                        last.id().value()));
    }

    public Optional<Day> find(SittingId sitting, Visibility sight) {
        LocalDate today = today();
        return jdbc.sql("select s.*, (select count(*) from views.visit v where v.sitting = s.sitting) as visits"
                        + " from views.sitting s where sitting = :sitting")
                .param("sitting", sitting.value())
                .query((row, n) -> day(row, today))
                .optional()
                .filter(day -> sight.sees(day.unit()));
    }

    /** Whether it was put on the rota already, whatever became of it. */
    public boolean isPlanned(SittingId sitting) {
        return find(sitting, Visibility.everything()).isPresent();
    }

    /** Days of a unit that were not cancelled, in the order of the clock. */
    public List<Day> on(LocalDate day, UnitId unit) {
        LocalDate today = today();
        return jdbc.sql("select s.*, 0 as visits from views.sitting s"
                        + " where unit = :unit and day = :day and state <> 'CANCELLED' order by begins, sitting")
                .param("unit", unit.value())
                .param("day", day)
                .query((row, n) -> day(row, today))
                .list();
    }

    public List<Figures> figures(@Nullable UnitId unit, LocalDate from, LocalDate to, Visibility sight) {
        return jdbc.sql(FIGURES)
                .param("all", sight.all())
                .param("units", sight.unitNames())
                .param("unit", unit == null ? null : unit.value())
                .param("from", from)
                .param("to", to)
                .param("today", today())
                .query((row, n) -> new Figures(
                        new UnitId(row.getString("unit")),
                        new OfficerId(row.getString("leader")),
                        row.getInt("planned"),
                        row.getInt("held"),
                        row.getInt("delegated"),
                        row.getInt("missed"),
                        row.getInt("unscheduled"),
                        row.getInt("online")))
                .list();
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    private static Day day(ResultSet row, LocalDate today) throws SQLException {
        LocalDate day = Objects.requireNonNull(row.getObject("day", LocalDate.class));
        State state = State.valueOf(row.getString("state"));
        return new Day(
                new SittingId(row.getString("sitting")),
                new UnitId(row.getString("unit")),
                new OfficerId(row.getString("leader")),
                Office.valueOf(row.getString("office")),
                Objects.requireNonNull(row.getObject("wanted", LocalDate.class)),
                day,
                Objects.requireNonNull(row.getObject("begins", LocalTime.class)),
                Objects.requireNonNull(row.getObject("ends", LocalTime.class)),
                row.getString("room"),
                row.getBoolean("online"),
                maybe(row, "unscheduled", UnscheduledGround::valueOf),
                state == State.PLANNED && day.isBefore(today) ? State.MISSED : state,
                maybe(row, "delegate", OfficerId::new),
                row.getString("reason"),
                row.getLong("visits"));
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
        return List.of("sitting");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(SittingEvent.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new RotaFilling(tables);
    }

    @EventHandler
    void on(SittingEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
