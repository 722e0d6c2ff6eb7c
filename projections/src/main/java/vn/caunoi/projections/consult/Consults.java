package vn.caunoi.projections.consult;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.ConsultState;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseRecord;

/**
 * Opinions that cases asked for. Whoever is asked sees the question and the chosen papers, nothing of the case; nothing
 * at all when the case is about them, or about the head of the unit that was asked.
 */
@Component
@ProcessingGroup(Consults.GROUP)
public class Consults implements ReadModel {
    static final String GROUP = "consults";
    static final String ASKED = "ASKED";
    static final String REMINDED = "REMINDED";

    /** For whom a case about an officer is not there: that officer, and whoever works in the unit of that head. */
    private static final String UNHIDDEN = """
             and k.petition not in (select petition from views.accused where officer = :reader)
             and not exists (select from views.accused a join views.officer o on o.id = a.officer
                              where a.petition = k.petition and o.unit = k.unit and 'HEAD' = any(o.roles))""";

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Batch batch;

    public Consults(JdbcTemplate jdbc, CaseRecord record) {
        this.jdbc = JdbcClient.create(jdbc);
        this.record = record;
        this.batch = new Batch(this, jdbc);
    }

    /** A consult in a list. @param unit null for a body outside */
    public record Entry(
            ConsultId id,
            PetitionId petition,
            UnitId asking,
            OfficerId officer,
            @Nullable UnitId unit,
            ConsultState state,
            Instant asked,
            Instant due,
            boolean missed,
            int level) {

        public boolean isOverdue(Instant now) {
            return state.isOpen() && now.isAfter(due);
        }
    }

    /** A link that is to be sent. @param reminder whether it goes out for the second time */
    public record Mail(ConsultId id, PetitionId petition, UnitId asking, int link, boolean reminder) {}

    /** What units are asked and have not answered, the most urgent first: those that the reader covers. */
    public Page<Entry> askedOf(Actor reader, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = place(cursor, limit);
        params.put("units", Visibility.of(reader.covers()).unitNames());
        params.put("reader", reader.id().value());
        List<Entry> rows = jdbc.sql("select k.* from views.consult k where k.state = 'ASKED' and k.unit = any(:units)"
                        + " and (k.due, k.id) > (:at, :after)" + UNHIDDEN + " order by k.due, k.id limit :rows")
                .params(params)
                .query(Consults::entry)
                .list();
        return page(rows, limit);
    }

    public long countAskedOf(Actor reader) {
        return jdbc.sql("select count(*) from views.consult k where k.state = 'ASKED' and k.unit = any(:units)"
                        + UNHIDDEN)
                .param("units", Visibility.of(reader.covers()).unitNames())
                .param("reader", reader.id().value())
                .query(Long.class)
                .single();
    }

    /** What somebody asked and waits for, the most urgent first; of cases that they still see. */
    public Page<Entry> waitedForBy(Actor reader, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = place(cursor, limit);
        Visibility sight = Visibility.of(reader);
        params.put("all", sight.all());
        params.put("units", sight.unitNames());
        params.put("reader", reader.id().value());
        List<Entry> rows = jdbc.sql("""
                        select k.* from views.consult k join views.case_file c on c.id = k.petition
                         where k.state = 'ASKED' and k.officer = :reader and (:all or c.unit = any(:units))
                           and k.petition not in (select petition from views.accused where officer = :reader)
                           and (k.due, k.id) > (:at, :after) order by k.due, k.id limit :rows""").params(params).query(Consults::entry).list();
        return page(rows, limit);
    }

    private static Map<String, @Nullable Object> place(@Nullable String cursor, int limit) {
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("at", time(after.at()));
        params.put("after", after.id());
        params.put("rows", limit + 1);
        return params;
    }

    private static Page<Entry> page(List<Entry> rows, int limit) {
        return Page.of(rows, limit, last -> new Cursor(last.due(), last.id().value()));
    }

    /** One that the reader's unit is, or was, asked; with what it shows. */
    public Optional<Consult> askedOf(ConsultId id, Actor reader) {
        return jdbc.sql("select k.* from views.consult k where k.id = :id and k.unit = any(:units)" + UNHIDDEN)
                .param("id", id.value())
                .param("units", Visibility.of(reader.covers()).unitNames())
                .param("reader", reader.id().value())
                .query(Consults::entry)
                .optional()
                .flatMap(entry -> in(entry.petition(), id));
    }

    /** For the machinery of links: whoever asks has shown that it is for them. */
    public Optional<Consult> find(ConsultId id) {
        return jdbc.sql("select k.* from views.consult k where k.id = :id")
                .param("id", id.value())
                .query(Consults::entry)
                .optional()
                .flatMap(entry -> in(entry.petition(), id));
    }

    /** All of a case, the first asked first. The caller has asked whether the reader may see them. */
    public List<Consult> of(PetitionId petition) {
        boolean any = jdbc.sql("select exists (select from views.consult where petition = :petition)")
                .param("petition", petition.value())
                .query(Boolean.class)
                .single();
        return any ? ConsultFold.of(record.of(petition)) : List.of();
    }

    /** Links that are to go out by e-mail, the oldest first. */
    public List<Mail> toBeMailed(int limit) {
        return jdbc.sql("select * from views.consult where mail is not null order by asked, id limit :rows")
                .param("rows", limit)
                .query((row, number) -> new Mail(
                        new ConsultId(row.getString("id")),
                        new PetitionId(row.getString("petition")),
                        new UnitId(row.getString("asking")),
                        row.getInt("link"),
                        REMINDED.equals(row.getString("mail"))))
                .list();
    }

    private Optional<Consult> in(PetitionId petition, ConsultId id) {
        return ConsultFold.of(record.of(petition)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit");
        return new Entry(
                new ConsultId(row.getString("id")),
                new PetitionId(row.getString("petition")),
                new UnitId(row.getString("asking")),
                new OfficerId(row.getString("officer")),
                unit == null ? null : new UnitId(unit),
                ConsultState.valueOf(row.getString("state")),
                Objects.requireNonNull(time(row, "asked")),
                Objects.requireNonNull(time(row, "due")),
                row.getBoolean("missed"),
                row.getInt("level"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("consult");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(Set.of(ConsultEvent.class), true);
    }

    @Override
    public Filling filling(Tables tables) {
        return new ConsultFilling(tables);
    }

    @EventHandler
    void on(ConsultEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
