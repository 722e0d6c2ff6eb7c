package vn.caunoi.projections.decision;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            " from views.decision d join views.case_file c on c.id = d.petition where d.state is not null";

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
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        String where = where(filter, to, now, params);
        if (cursor != null) {
            Cursor after = Cursor.parse(cursor);
            where += " and (d.since, d.petition) > (:at, :after)";
            params.put("at", time(after.at()));
            params.put("after", after.id());
        }
        params.put("rows", limit + 1);
        List<Entry> rows = jdbc.sql(
                        "select d.*, c.code, c.unit" + FROM + where + " order by d.since, d.petition limit :rows")
                .params(params)
                .query((row, n) -> entry(row, now))
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.since(), last.petition().value()));
    }

    public long count(Filter filter, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        String where = where(filter, to, now, params);
        return jdbc.sql("select count(*)" + FROM + where)
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String where(Filter filter, Visibility to, Instant now, Map<String, @Nullable Object> params) {
        StringBuilder where = new StringBuilder();
        DecisionState state = filter.state();
        if (state != null) and(where, params, "d.state = :state", "state", state.name());
        UnitId unit = filter.unit();
        if (unit != null) and(where, params, "c.unit = :unit", "unit", unit.value());
        if (filter.overdue()) and(where, params, "d.due < :now", "now", Objects.requireNonNull(time(now)));
        if (!to.all()) and(where, params, "c.unit = any(:units)", "units", to.unitNames());
        if (to.reader() != null) {
            and(
                    where,
                    params,
                    "c.id not in (select petition from views.accused where officer = :reader)",
                    "reader",
                    to.readerName());
        }
        return where.toString();
    }

    private static void and(
            StringBuilder where, Map<String, @Nullable Object> params, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        params.put(name, value);
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
