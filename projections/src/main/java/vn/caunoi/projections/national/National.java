package vn.caunoi.projections.national;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.NationalEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Conditions;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** Which petitions the national database has, which it refused, and which it was not sent. */
@Component
@ProcessingGroup(National.GROUP)
public class National implements ReadModel {
    static final String GROUP = "national";

    private static final Filter ANY = new Filter(null, null, null, null, null);

    private static final String LIST = """
            select c.id, c.code, c.kind, c.unit, c.received, c.status,
                   coalesce(n.state, 'NOT_SENT') as state, n.number, n.reason, n.since
              from views.case_file c left join views.national n on n.petition = c.id
             where
            """;

    private final JdbcClient jdbc;
    private final Batch batch;

    public National(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /**
     * Which petitions; null leaves open.
     *
     * @param unit that unit itself, not those below it
     * @param from first day of receipt; {@code to} the last
     */
    public record Filter(
            @Nullable NationalState state,
            @Nullable UnitId unit,
            @Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param reason why it was refused; null for a denunciation, for it may tell of people */
    public record Entry(
            PetitionId petition,
            String code,
            @Nullable Kind kind,
            UnitId unit,
            Instant received,
            Status status,
            NationalState state,
            @Nullable String number,
            @Nullable String reason,
            @Nullable Instant since) {}

    /** How a case stands that the caller has asked about already. */
    public Entry of(PetitionId petition) {
        return jdbc.sql(LIST + "c.id = :id")
                .param("id", petition.value())
                .query(National::entry)
                .single();
    }

    /** The last received first. */
    public Page<Entry> list(Filter filter, Visibility to, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Conditions where = where(filter, to);
        if (cursor != null) {
            Cursor after = Cursor.parse(cursor);
            where.and("(c.received, c.id) < (:at, :after)", "at", Objects.requireNonNull(time(after.at())));
            where.params().put("after", after.id());
        }
        List<Entry> rows = jdbc.sql(LIST + where.sql() + " order by c.received desc, c.id desc limit " + (limit + 1))
                .params(where.params())
                .query(National::entry)
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.received(), last.petition().value()));
    }

    public long count(Filter filter, Visibility to) {
        Conditions where = where(filter, to);
        return jdbc.sql("select count(*) from views.case_file c left join views.national n on n.petition = c.id where "
                        + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    /** What went with a batch and was sent by no later one. */
    public List<Entry> ofBatch(String name, Visibility to) {
        Conditions where = where(ANY, to).and("n.batch = :batch", "batch", name);
        return jdbc.sql(LIST + where.sql() + " order by c.received desc, c.id desc")
                .params(where.params())
                .query(National::entry)
                .list();
    }

    /** The petition of a code, if it is there for the reader. */
    public Optional<Entry> byCode(String code, Visibility to) {
        Conditions where = where(ANY, to).and("c.code = :code", "code", code);
        return jdbc.sql(LIST + where.sql())
                .params(where.params())
                .query(National::entry)
                .optional();
    }

    private static Conditions where(Filter filter, Visibility to) {
        Conditions where = new Conditions();
        NationalState state = filter.state();
        if (state == NationalState.NOT_SENT) where.and("n.petition is null");
        else where.equal("n.state", "state", state == null ? null : state.name());
        where.equal(
                "c.unit", "unit", filter.unit() == null ? null : filter.unit().value());
        where.equal(
                "c.kind", "kind", filter.kind() == null ? null : filter.kind().name());
        if (filter.from() != null) where.and("c.received >= :from", "from", begin(filter.from()));
        if (filter.to() != null)
            where.and("c.received < :to", "to", begin(filter.to().plusDays(1)));
        return where.seenBy(to, "c.unit", "c.id");
    }

    private static Object begin(LocalDate day) {
        return Objects.requireNonNull(time(day.atStartOfDay(DueDate.ZONE).toInstant()));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String word = row.getString("kind");
        Kind kind = word == null ? null : Kind.valueOf(word);
        return new Entry(
                new PetitionId(row.getString("id")),
                row.getString("code"),
                kind,
                new UnitId(row.getString("unit")),
                Objects.requireNonNull(time(row, "received")),
                Status.valueOf(row.getString("status")),
                NationalState.valueOf(row.getString("state")),
                row.getString("number"),
                kind == Kind.DENUNCIATION ? null : row.getString("reason"),
                time(row, "since"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("national");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(Set.of(NationalEvent.class, PersonalDataErased.class), false);
    }

    @Override
    public Filling filling(Tables tables) {
        return new NationalFilling(tables);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
