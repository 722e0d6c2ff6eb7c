package vn.caunoi.projections.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAbsent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAppointed;
import vn.caunoi.core.directory.DirectoryEvent.OfficerBack;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Units, officers, and who covers what. */
@Component
@ProcessingGroup(Directory.GROUP)
public class Directory implements ReadModel {
    static final String GROUP = "directory";

    private static final String BELOW = """
            with recursive below as (
                select id from views.unit where id = :unit
                union
                select u.id from views.unit u join below b on u.parent = b.id)
            select id from below order by id""";

    private final JdbcClient jdbc;
    private final Batch batch;

    public Directory(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** @param parent the unit above; null at the top */
    public record Unit(UnitId id, @Nullable UnitId parent, String name) {}

    public record Officer(OfficerId id, UnitId unit, String name, Set<Role> roles) {

        /** Whether a case may be in their hands. */
        public boolean worksOnCases() {
            return roles.contains(Role.OFFICER);
        }
    }

    public Optional<Officer> officer(OfficerId id) {
        return jdbc.sql("select * from views.officer where id = :id")
                .param("id", id.value())
                .query(Directory::officer)
                .optional();
    }

    /** The officer as somebody who acts: with the unit, all below it, and the roles. None for who was not appointed. */
    public Optional<Actor> actorOf(OfficerId id) {
        return officer(id).map(known -> new Actor(id, known.unit(), covered(known.unit()), known.roles()));
    }

    /** A unit and all units below it. The unit itself is there even when nobody established it. */
    public Set<UnitId> covered(UnitId unit) {
        Set<UnitId> covered = jdbc.sql(BELOW).param("unit", unit.value()).query(String.class).list().stream()
                .map(UnitId::new)
                .collect(Collectors.toSet());
        covered.add(unit);
        return Set.copyOf(covered);
    }

    public Optional<Unit> unit(UnitId id) {
        return jdbc.sql("select * from views.unit where id = :id")
                .param("id", id.value())
                .query(Directory::unit)
                .optional();
    }

    /** All units, those above before those below them, else by name. */
    public List<Unit> units() {
        return jdbc.sql("""
                        with recursive tree as (
                            select id, parent, name, array[name, id] as path from views.unit where parent is null
                            union all
                            select u.id, u.parent, u.name, t.path || array[u.name, u.id]
                              from views.unit u join tree t on u.parent = t.id)
                        select id, parent, name from tree order by path""").query(Directory::unit).list();
    }

    /** The way from the top down to a unit. */
    public List<Unit> path(UnitId id) {
        return jdbc.sql("""
                        with recursive up as (
                            select u.*, 0 as steps from views.unit u where id = :id
                            union all
                            select p.*, up.steps + 1 from views.unit p join up on p.id = up.parent)
                        select id, parent, name from up order by steps desc""").param("id", id.value()).query(Directory::unit).list();
    }

    /** Officers of a unit, those of units below it not among them, by name. */
    public List<Officer> officersOf(UnitId unit) {
        return jdbc.sql("select * from views.officer where unit = :unit order by name, id")
                .param("unit", unit.value())
                .query(Directory::officer)
                .list();
    }

    public List<Officer> officers() {
        return jdbc.sql("select * from views.officer order by id")
                .query(Directory::officer)
                .list();
    }

    /** @param until last day; null while it is not known */
    public record Absence(
            OfficerId officer,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable OfficerId deputy) {}

    /** Which of these officers are away on that day. */
    public Map<OfficerId, Absence> away(Collection<OfficerId> officers, LocalDate on) {
        return jdbc
                .sql("""
                        select * from views.absence where officer = any(:officers)
                         and since <= :on and (until is null or until >= :on)""")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .param("on", on)
                .query(Directory::absence)
                .list()
                .stream()
                .collect(Collectors.toMap(Absence::officer, Function.identity()));
    }

    /** Absences of these officers that have not passed, the first first. */
    public Map<OfficerId, List<Absence>> absencesOf(Collection<OfficerId> officers, LocalDate from) {
        return jdbc
                .sql("""
                        select * from views.absence
                         where officer = any(:officers) and (until is null or until >= :from) order by since""")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .param("from", from)
                .query(Directory::absence)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Absence::officer));
    }

    /** Whom somebody stands in for on that day. */
    public List<Absence> standsInFor(OfficerId deputy, LocalDate on) {
        return jdbc.sql("""
                        select * from views.absence where deputy = :deputy
                         and since <= :on and (until is null or until >= :on) order by officer""")
                .param("deputy", deputy.value())
                .param("on", on)
                .query(Directory::absence)
                .list();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        String deputy = row.getString("deputy");
        return new Absence(
                new OfficerId(row.getString("officer")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                deputy == null ? null : new OfficerId(deputy));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        return new Unit(
                new UnitId(row.getString("id")), parent == null ? null : new UnitId(parent), row.getString("name"));
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        return new Officer(
                new OfficerId(row.getString("id")),
                new UnitId(row.getString("unit")),
                row.getString("name"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("unit", "officer", "absence");
    }

    /** Officers and units speak of each other. */
    @Override
    public boolean isFoldedByStream() {
        return false;
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(DirectoryEvent.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new Written(tables);
    }

    @EventHandler
    void on(DirectoryEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    /** The directory changes rarely: each event is written at once. */
    private record Written(Tables tables) implements Filling {
        @Override
        public void take(Happened<?> recorded) {
            if (!(recorded.event() instanceof DirectoryEvent event)) return;
            switch (event) {
                case UnitEstablished e ->
                    tables.update(
                            """
                        insert into views.unit (id, parent, name) values (?, ?, ?)
                        on conflict (id) do update set parent = excluded.parent, name = excluded.name""",
                            e.unit().value(),
                            e.parent() == null ? null : e.parent().value(),
                            e.name());
                case OfficerAbsent e ->
                    tables.update(
                            """
                        insert into views.absence (officer, since, until, deputy) values (?, ?, ?, ?)
                        on conflict (officer, since) do update set until = excluded.until, deputy = excluded.deputy""",
                            e.officer().value(),
                            e.from(),
                            e.until(),
                            e.deputy() == null ? null : e.deputy().value());
                case OfficerBack e
                when !e.on().isAfter(e.from()) ->
                    tables.update(
                            "delete from views.absence where officer = ? and since = ?",
                            e.officer().value(),
                            e.from());
                case OfficerBack e ->
                    tables.update(
                            "update views.absence set until = ? where officer = ? and since = ?",
                            e.on().minusDays(1),
                            e.officer().value(),
                            e.from());
                case OfficerAppointed e ->
                    tables.update(
                            """
                        insert into views.officer (id, unit, name, roles) values (?, ?, ?, ?)
                        on conflict (id) do update set unit = excluded.unit, name = excluded.name,
                            roles = excluded.roles""",
                            e.officer().value(),
                            e.unit().value(),
                            e.name(),
                            e.roles().stream().map(Role::name).sorted().toArray(String[]::new));
            }
        }

        @Override
        public void flush() {}
    }
}
