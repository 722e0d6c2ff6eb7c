package vn.caunoi.projections.decision;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Conditions;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** What followed decisions on complaints: which wait for their effect, are before a court, are to be carried out. */
@Component
@ProcessingGroup(Decisions.GROUP)
public class Decisions implements ReadModel {
    static final String GROUP = "decision";

    private static final String FROM =
            " from views.decision d join views.case_file c on c.id = d.petition where d.state is not null and ";

    /**
     * Which; null leaves open.
     *
     * @param unit that unit itself, not those below it
     * @param overdue only what was to be carried out before now
     */
    public record Filter(
            @Nullable DecisionState state, @Nullable UnitId unit, boolean overdue) {}

    /**
     * @param since when it came to stand so
     * @param effective first day of its legal effect
     * @param due the last moment to carry out what is owed first
     */
    public record Entry(
            PetitionId petition,
            String code,
            UnitId unit,
            DecisionState state,
            Instant since,
            @Nullable LocalDate effective,
            @Nullable Instant due,
            boolean overdue,
            @Nullable String court) {}

    private final JdbcClient jdbc;
    private final Batch batch;

    public Decisions(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** What has stood so the longest first. */
    public Page<Entry> list(Filter filter, Visibility to, Instant now, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Conditions where = where(filter, to, now);
        if (cursor != null) {
            Cursor after = Cursor.parse(cursor);
            where.and("(d.since, d.petition) > (:at, :after)", "at", Objects.requireNonNull(time(after.at())));
            where.params().put("after", after.id());
        }
        List<Entry> rows = jdbc.sql("select d.*, c.code, c.unit" + FROM + where.sql()
                        + " order by d.since, d.petition limit " + (limit + 1))
                .params(where.params())
                .query((row, n) -> entry(row, now))
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.since(), last.petition().value()));
    }

    public long count(Filter filter, Visibility to, Instant now) {
        Conditions where = where(filter, to, now);
        return jdbc.sql("select count(*)" + FROM + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private static Conditions where(Filter filter, Visibility to, Instant now) {
        DecisionState state = filter.state();
        UnitId unit = filter.unit();
        Conditions where = new Conditions()
                .equal("d.state", "state", state == null ? null : state.name())
                .equal("c.unit", "unit", unit == null ? null : unit.value());
        if (filter.overdue()) where.and("d.due < :now", "now", Objects.requireNonNull(time(now)));
        return where.seenBy(to, "c.unit", "c.id");
    }

    private static Entry entry(ResultSet row, Instant now) throws SQLException {
        Instant due = time(row, "due");
        return new Entry(
                new PetitionId(row.getString("petition")),
                row.getString("code"),
                new UnitId(row.getString("unit")),
                DecisionState.valueOf(row.getString("state")),
                Objects.requireNonNull(time(row, "since")),
                row.getObject("effective", LocalDate.class),
                due,
                due != null && due.isBefore(now),
                row.getString("court"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("decision");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(DecisionFilling.WANTED, false);
    }

    @Override
    public Filling filling(Tables tables) {
        return new DecisionFilling(tables);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
