package vn.caunoi.projections.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.directory.UnitPart;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.projections.Batch;
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
                select u.id from below b cross join lateral (
                    select id from views.unit where parent = b.id
                    union all
                    select id from views.unit where successor = b.id) u)
            select id from below order by id""";

    /** Appointments in force on a day that no later one in force has replaced. */
    private static final String IN_FORCE = """
            select o.* from views.officer o
             where o.since <= :today and (o.until is null or o.until >= :today)
               and not exists (select from views.officer later
                    where later.id = o.id and later.since > o.since
                      and later.since <= :today and (later.until is null or later.until >= :today))""";

    private static final TypeReference<List<UnitPart>> PARTS = new TypeReference<>() {};
    private static final int MOST_STEPS = 100;

    private final JdbcClient jdbc;
    private final Batch batch;
    private final Clock clock;
    private final ObjectProvider<CategoriesInForce> categories;

    public Directory(JdbcTemplate jdbc, Clock clock, ObjectProvider<CategoriesInForce> categories) {
        this.categories = categories;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
        this.batch = new Batch(this, jdbc);
    }

    /**
     * @param parent the unit above; null at the top
     * @param ended the first day it is no more; null while it is
     * @param successor who took over what no part names
     */
    public record Unit(
            UnitId id,
            @Nullable UnitId parent,
            String name,
            @Nullable LocalDate ended,
            @Nullable UnitId successor,
            List<UnitPart> parts) {

        public Unit(UnitId id, @Nullable UnitId parent, String name) {
            this(id, parent, name, null, null, List.of());
        }

        public boolean isEnded() {
            return ended != null;
        }
    }

    /** As on this day: who has no appointment in force has no roles. */
    public record Officer(OfficerId id, UnitId unit, String name, Set<Role> roles) {

        /** Whether a case may be in their hands. */
        public boolean worksOnCases() {
            return roles.contains(Role.OFFICER);
        }
    }

    /**
     * Somebody who was ever appointed, or will be: without roles while no appointment is in force. The name is that of the
     * last appointment.
     */
    public Optional<Officer> officer(OfficerId id) {
        return inForce(id).or(() -> jdbc.sql("select * from views.officer where id = :id order by since desc limit 1")
                .param("id", id.value())
                .query(Directory::officer)
                .optional()
                .map(known -> new Officer(known.id(), known.unit(), known.name(), Set.of())));
    }

    private Optional<Officer> inForce(OfficerId id) {
        return jdbc.sql(IN_FORCE + " and o.id = :id")
                .param("today", today())
                .param("id", id.value())
                .query(Directory::officer)
                .optional();
    }

    /**
     * The officer as somebody who acts: with the unit, all below it, and the roles. None for who was not appointed, is not
     * yet or no longer.
     */
    public Optional<Actor> actorOf(OfficerId id) {
        return inForce(id).map(known -> new Actor(id, known.unit(), covered(known.unit()), known.roles()));
    }

    /**
     * An appointment that was given.
     *
     * @param from first day; null for one that began with all days
     * @param until last day; null while it is not known
     */
    public record Appointment(
            OfficerId officer,
            UnitId unit,
            Set<Role> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** All that these officers were appointed to with a day, and what they were before, the first first. */
    public Map<OfficerId, List<Appointment>> appointmentsOf(Collection<OfficerId> officers) {
        return jdbc
                .sql("select * from views.officer where id = any(:officers) order by id, since")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .query((row, n) -> appointment(officer(row, n), row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Appointment::officer));
    }

    private static Appointment appointment(Officer to, ResultSet row) throws SQLException {
        LocalDate since = Objects.requireNonNull(row.getObject("since", LocalDate.class));
        return new Appointment(
                to.id(),
                to.unit(),
                to.roles(),
                since.getYear() == 1 ? null : since,
                row.getObject("until", LocalDate.class));
    }

    /**
     * A unit, all units below it, and those that ended and were taken over by one of them. The unit itself is there even
     * when nobody established it.
     */
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

    /** All units there are now, those above before those below them, else by name. */
    public List<Unit> units() {
        return everyUnit().stream().filter(unit -> !unit.isEnded()).toList();
    }

    /** Also those that ended. */
    public List<Unit> everyUnit() {
        return jdbc.sql("""
                        with recursive tree as (
                            select u.*, array[name, id] as path from views.unit u where parent is null
                            union all
                            select u.*, t.path || array[u.name, u.id]
                              from views.unit u join tree t on u.parent = t.id)
                        select * from tree order by path""").query(Directory::unit).list();
    }

    /** Units that ended, of all times. */
    public List<UnitId> ended() {
        return jdbc
                .sql("select id from views.unit where successor is not null order by id")
                .query(String.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    /** Who took over all that no part names, of whoever took over; the unit itself while it is, or is not known. */
    public UnitId successor(UnitId unit) {
        return successor(unit, null, null);
    }

    /**
     * Where an old code leads to: the unit that has now what this one had.
     *
     * @param place village of the matter; {@code category} what it is about
     */
    public UnitId successor(UnitId unit, @Nullable String place, @Nullable String category) {
        UnitId at = unit;
        CategoryTree tree =
                categories.getIfAvailable(CategoriesInForce::shipped).tree();
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            UnitId next = unit(at).map(known -> Succession.next(known, place, category, tree, today()))
                    .orElse(at);
            if (next.equals(at)) return at;
            at = next;
        }
        return at;
    }

    /** The way from the top down to a unit. */
    public List<Unit> path(UnitId id) {
        return jdbc.sql("""
                        with recursive up as (
                            select u.*, 0 as steps from views.unit u where id = :id
                            union all
                            select p.*, up.steps + 1 from views.unit p join up on p.id = up.parent)
                        select * from up order by steps desc""").param("id", id.value()).query(Directory::unit).list();
    }

    /** A unit with how people reach it. */
    public record Reached(UnitId unit, String name, Contact contact) {}

    /** How people reach a unit: nothing where nobody said so. */
    public Contact contact(UnitId id) {
        return jdbc.sql("select * from views.unit_contact where unit = :id")
                .param("id", id.value())
                .query(Directory::contact)
                .optional()
                .orElse(Contact.NONE);
    }

    /** The nearest that can be reached: the unit itself, or one above it. */
    public Optional<Reached> nearest(UnitId id) {
        return path(id).reversed().stream()
                .map(unit -> new Reached(unit.id(), unit.name(), contact(unit.id())))
                .filter(one -> !one.contact().equals(Contact.NONE))
                .findFirst();
    }

    /** All units there are now, in the order of {@link #units}, with how people reach them. */
    public List<Reached> contacts() {
        Map<UnitId, Contact> known = jdbc
                .sql("select * from views.unit_contact")
                .query((row, n) -> Map.entry(new UnitId(row.getString("unit")), contact(row, n)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return units().stream()
                .map(unit -> new Reached(unit.id(), unit.name(), known.getOrDefault(unit.id(), Contact.NONE)))
                .toList();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString("phone"),
                row.getString("hotline"),
                row.getString("email"),
                row.getString("address"),
                row.getString("hours"));
    }

    /** Officers of a unit as of today, those of units below it not among them, by name. */
    public List<Officer> officersOf(UnitId unit) {
        return jdbc.sql(IN_FORCE + " and o.unit = :unit order by o.name, o.id")
                .param("today", today())
                .param("unit", unit.value())
                .query(Directory::officer)
                .list();
    }

    /** All who have an appointment in force. */
    public List<Officer> officers() {
        return jdbc.sql(IN_FORCE + " order by o.id")
                .param("today", today())
                .query(Directory::officer)
                .list();
    }

    /** Also those who are not appointed yet or no longer: these without roles. */
    public List<Officer> everybody() {
        Map<OfficerId, Officer> inForce =
                officers().stream().collect(Collectors.toMap(Officer::id, Function.identity()));
        return jdbc
                .sql("select distinct on (id) * from views.officer order by id, since desc")
                .query(Directory::officer)
                .list()
                .stream()
                .map(known ->
                        inForce.getOrDefault(known.id(), new Officer(known.id(), known.unit(), known.name(), Set.of())))
                .toList();
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        String parts = row.getString("parts");
        return new Unit(
                new UnitId(row.getString("id")),
                named(row.getString("parent")),
                row.getString("name"),
                row.getObject("ended", LocalDate.class),
                named(row.getString("successor")),
                parts == null ? List.of() : DirectoryFilling.JSON.readValue(parts, PARTS));
    }

    private static @Nullable UnitId named(@Nullable String id) {
        return id == null ? null : new UnitId(id);
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
        return List.of("unit", "unit_contact", "officer", "absence");
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
        return new DirectoryFilling(tables);
    }

    @EventHandler
    void on(DirectoryEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
