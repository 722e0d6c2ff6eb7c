package vn.caunoi.projections.directory;

import static vn.caunoi.projections.Tables.time;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.ReorganisationEvent;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PetitionTakenOver;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Reorganisations of units, planned and carried out, and the cases that went to who took over. */
@Component
@ProcessingGroup(Reorganisations.GROUP)
public class Reorganisations implements ReadModel {
    static final String GROUP = "reorganisations";

    private static final TypeReference<List<UnitChange>> CHANGES = new TypeReference<>() {};
    private static final int MOST = 200;

    /** Open cases of a unit, and cases of others with an open task of it. */
    private static final String AT = """
            select id, place, category,
                   (select array_agg(officer) from views.accused where petition = found.id) as accused
              from (select id, place, category from views.case_file
                     where unit = any(:units) and status <> 'CLOSED' and id > :after
                    union
                    select c.id, c.place, c.category from views.task t join views.case_file c on c.id = t.petition
                     where t.role = any(:roles) and t.unit = any(:units) and t.petition > :after) found
             order by id limit :most""";

    private final JdbcClient jdbc;
    private final Batch batch;

    public Reorganisations(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** Where it stands. */
    public enum State {
        PLANNED,
        WITHDRAWN,
        BEGUN,
        COMPLETED
    }

    /**
     * @param on the day it takes effect
     * @param reason why it was withdrawn
     * @param cases how many were handed over, when it was completed
     */
    public record ReorganisationPlan(
            ReorganisationId id,
            String title,
            @Nullable String basis,
            LocalDate on,
            State state,
            List<UnitChange> changes,
            Instant plannedAt,
            @Nullable String by,
            @Nullable Instant begunAt,
            @Nullable Instant completedAt,
            @Nullable String reason,
            @Nullable Integer cases) {}

    /** The last day first. */
    public List<ReorganisationPlan> all() {
        return jdbc.sql("select * from views.reorganisation order by day desc, id limit " + MOST)
                .query(Reorganisations::plan)
                .list();
    }

    public Optional<ReorganisationPlan> find(ReorganisationId id) {
        return jdbc.sql("select * from views.reorganisation where id = :id")
                .param("id", id.value())
                .query(Reorganisations::plan)
                .optional();
    }

    /** What is to be carried out by that day, the first first; also what was begun and stopped. */
    public List<ReorganisationPlan> due(LocalDate today) {
        return jdbc.sql("""
                        select * from views.reorganisation
                         where state = 'BEGUN' or state = 'PLANNED' and day <= :today order by day, planned, id""").param("today", today).query(Reorganisations::plan).list();
    }

    /** How many cases went over by it so far. */
    public int takenOver(ReorganisationId id) {
        return jdbc.sql("select count(distinct petition) from views.taken_over where reorganisation = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** @param accused whom it is about, among those who work here */
    public record AtUnit(
            PetitionId petition,
            @Nullable String place,
            @Nullable String category,
            Set<OfficerId> accused) {}

    /** What is open at these units, in the order of ids. */
    public List<AtUnit> openAt(List<UnitId> units, @Nullable PetitionId after, int most) {
        return jdbc.sql(AT)
                .param("units", names(units))
                .param("roles", Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .param("after", after == null ? "" : after.value())
                .param("most", most)
                .query(Reorganisations::atUnit)
                .list();
    }

    /** Those of these units where anything is open. */
    public List<UnitId> withOpenWork(List<UnitId> units) {
        return jdbc
                .sql("""
                        select unit from unnest(:units::text[]) as one (unit)
                         where exists (select from views.case_file c where c.unit = one.unit and c.status <> 'CLOSED')
                            or exists (select from views.task t where t.role = any(:roles) and t.unit = one.unit)""")
                .param("units", names(units))
                .param("roles", Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    /** How many open cases and tasks of a unit are about a place and category. */
    public record Count(
            UnitId unit, @Nullable String place, @Nullable String category, long cases, long tasks) {}

    /** @param reader whose own cases, those about them, are not counted; null for the machinery of the house */
    public List<Count> countsAt(List<UnitId> units, @Nullable Actor reader) {
        return jdbc.sql("""
                        with hidden as (select petition from views.accused where officer = :reader)
                        select unit, place, category, sum(cases) as cases, sum(tasks) as tasks from (
                            select unit, place, category, count(*) as cases, 0 as tasks from views.case_file
                             where unit = any(:units) and status <> 'CLOSED'
                               and id not in (select petition from hidden) group by 1, 2, 3
                            union all
                            select t.unit, c.place, c.category, 0, count(*) from views.task t
                              join views.case_file c on c.id = t.petition
                             where t.role = any(:roles) and t.unit = any(:units)
                               and c.id not in (select petition from hidden) group by 1, 2, 3) one
                         group by 1, 2, 3 order by 1, 2, 3""")
                .param("reader", reader == null ? "" : reader.id().value())
                .param("units", names(units))
                .param("roles", Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .query((row, n) -> new Count(
                        new UnitId(row.getString("unit")),
                        row.getString("place"),
                        row.getString("category"),
                        row.getLong("cases"),
                        row.getLong("tasks")))
                .list();
    }

    private static String[] names(List<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(String[]::new);
    }

    private static AtUnit atUnit(ResultSet row, int number) throws SQLException {
        Array accused = row.getArray("accused");
        Set<OfficerId> officers = accused == null
                ? Set.of()
                : Arrays.stream((String[]) accused.getArray())
                        .map(OfficerId::new)
                        .collect(Collectors.toSet());
        return new AtUnit(
                new PetitionId(row.getString("id")), row.getString("place"), row.getString("category"), officers);
    }

    private static ReorganisationPlan plan(ResultSet row, int number) throws SQLException {
        return new ReorganisationPlan(
                new ReorganisationId(row.getString("id")),
                row.getString("title"),
                row.getString("basis"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                State.valueOf(row.getString("state")),
                DirectoryFilling.JSON.readValue(row.getString("changes"), CHANGES),
                Objects.requireNonNull(time(row, "planned")),
                row.getString("by"),
                time(row, "begun"),
                time(row, "completed"),
                row.getString("reason"),
                row.getObject("cases", Integer.class));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("reorganisation", "taken_over");
    }

    @Override
    public boolean isFoldedByStream() {
        return false;
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(ReorganisationEvent.class, PetitionTakenOver.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new ReorganisationFilling(tables);
    }

    @EventHandler
    void on(ReorganisationEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(PetitionTakenOver event, EventMessage<?> message) {
        batch.take(message);
    }
}
