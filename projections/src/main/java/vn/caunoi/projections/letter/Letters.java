package vn.caunoi.projections.letter;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.LetterEvent;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseRecord;

/** Letters of cases: what waits to be signed, numbered, sent or delivered, and the book of a unit. */
@Component
@ProcessingGroup(Letters.GROUP)
public class Letters implements ReadModel {
    static final String GROUP = "letters";

    private static final String LIST = """
            select l.*, c.code
              from views.letter l join views.case_file c on c.id = l.petition
             where
            """;

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Batch batch;

    public Letters(JdbcTemplate jdbc, CaseRecord record) {
        this.jdbc = JdbcClient.create(jdbc);
        this.record = record;
        this.batch = new Batch(this, jdbc);
    }

    /**
     * A letter in a list.
     *
     * @param code of its case
     * @param since when it came to stand so
     */
    public record Entry(
            LetterId id,
            PetitionId petition,
            String code,
            UnitId unit,
            String template,
            LetterState state,
            Instant since,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate deliveredOn) {}

    /** A line of the book. @param petition null for a case that the reader may not see, as is its {@code code} */
    public record Numbered(
            int serial,
            String number,
            LocalDate issuedOn,
            String template,
            LetterState state,
            @Nullable PetitionId petition,
            @Nullable String code,
            LetterId letter) {}

    /** All letters of a case, the first drafted first. The caller has asked whether the reader may see them. */
    public List<Letter> of(PetitionId petition) {
        if (!has(petition)) return List.of();
        return LetterFold.of(record.of(petition));
    }

    /** Most cases have none, and then the record need not be read. */
    private boolean has(PetitionId petition) {
        return jdbc.sql("select exists (select from views.letter where petition = :petition)")
                .param("petition", petition.value())
                .query(Boolean.class)
                .single();
    }

    /** As they were known by a moment, that moment included. */
    public List<Letter> asOf(PetitionId petition, Instant moment) {
        if (!has(petition)) return List.of();
        return LetterFold.of(record.of(petition).stream()
                .takeWhile(event -> !event.at().isAfter(moment))
                .toList());
    }

    /** Those that stand so, the one that has waited longest first. */
    public Page<Entry> waiting(LetterState state, Visibility to, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("state", state.name());
        params.put("since", time(after.at()));
        params.put("id", after.id());
        params.put("rows", limit + 1);
        List<Entry> rows = jdbc.sql(waitingFor(to, params))
                .params(params)
                .query(Letters::entry)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.since(), last.id().value()));
    }

    static String waitingFor(Visibility to, Map<String, @Nullable Object> params) {
        return LIST + "l.state = :state and (l.since, l.id) > (:since, :id)" + seen(to, params)
                + " order by l.since, l.id limit :rows";
    }

    public long count(LetterState state, Visibility to) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("state", state.name());
        return jdbc.sql("select count(*) from views.letter l join views.case_file c on c.id = l.petition"
                        + " where l.state = :state" + seen(to, params))
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String seen(Visibility to, Map<String, @Nullable Object> params) {
        String seen = "";
        if (!to.all()) {
            seen = " and c.unit = any(:units)";
            params.put("units", to.unitNames());
        }
        if (to.reader() != null) {
            seen += " and l.petition not in (select petition from views.accused where officer = :reader)";
            params.put("reader", to.readerName());
        }
        return seen;
    }

    /**
     * Numbers a unit gave out in a year, in their order; every one, for a gap must show. Of a case that the reader may
     * not see there is only the number.
     *
     * @param after the serial number after which to go on
     */
    public List<Numbered> book(UnitId unit, int year, Visibility to, int after, int limit) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("unit", unit.value());
        params.put("year", year);
        params.put("after", after);
        params.put("rows", limit);
        params.put("all", to.all());
        params.put("units", to.unitNames());
        params.put("reader", to.readerName());
        return jdbc.sql("""
                        select l.*, case when seen then c.code end as code, case when seen then l.petition end as shown
                          from views.letter l join views.case_file c on c.id = l.petition,
                               lateral (select (:all or c.unit = any(:units)) and l.petition not in
                                        (select petition from views.accused where officer = :reader) as seen) as s
                         where l.unit = :unit and l.year = :year and l.serial > :after
                         order by l.serial limit :rows""").params(params).query(Letters::numbered).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new LetterId(row.getString("id")),
                new PetitionId(row.getString("petition")),
                row.getString("code"),
                new UnitId(row.getString("unit")),
                row.getString("template"),
                LetterState.valueOf(row.getString("state")),
                Objects.requireNonNull(time(row, "since")),
                row.getString("number"),
                row.getObject("issued", LocalDate.class),
                row.getObject("sent", LocalDate.class),
                row.getObject("delivered", LocalDate.class));
    }

    private static Numbered numbered(ResultSet row, int number) throws SQLException {
        String petition = row.getString("shown");
        return new Numbered(
                row.getInt("serial"),
                row.getString("number"),
                Objects.requireNonNull(row.getObject("issued", LocalDate.class)),
                row.getString("template"),
                LetterState.valueOf(row.getString("state")),
                petition == null ? null : new PetitionId(petition),
                row.getString("code"),
                new LetterId(row.getString("id")));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("letter");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(Set.of(LetterEvent.class), true);
    }

    @Override
    public Filling filling(Tables tables) {
        return new LetterFilling(tables);
    }

    @EventHandler
    void on(LetterEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
