package vn.caunoi.projections.direction;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.DirectionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Conditions;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** What superiors directed: what is to be done yet, what of it is late, what was done. */
@Component
@ProcessingGroup(Directions.GROUP)
public class Directions implements ReadModel {
    static final String GROUP = "directions";

    private static final String FROM = " from views.direction d join views.case_file c on c.id = d.petition where ";

    /** Which, as a list asks for them. */
    public enum Stand {
        OPEN,
        /** Open, and its day has passed. */
        OVERDUE,
        DONE,
        ENDED
    }

    /**
     * Which; null leaves open.
     *
     * @param unit of the case
     * @param officer who is to do it, by name or because the case is theirs
     * @param giver who gave it
     */
    public record Filter(
            Stand stand,
            @Nullable UnitId unit,
            @Nullable OfficerId officer,
            @Nullable OfficerId giver) {}

    /**
     * @param no number within its case
     * @param unit whose officers are to do it; {@code officer} null for whoever has the case
     * @param due last moment of its day
     * @param ended when it was done, or ended otherwise
     */
    public record Entry(
            String id,
            PetitionId petition,
            int no,
            String code,
            @Nullable String subject,
            UnitId unit,
            @Nullable OfficerId officer,
            OfficerId giver,
            Instant given,
            Instant due,
            DirectionState state,
            @Nullable Instant ended) {

        /** Done late, or late and to be done yet. */
        public boolean isLate(Instant now) {
            return state != DirectionState.ENDED && (ended == null ? now : ended).isAfter(due);
        }
    }

    private final JdbcClient jdbc;
    private final Batch batch;

    public Directions(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** What is to be done first, first; of what is over the last, first. */
    public Page<Entry> list(Filter filter, Visibility to, Instant now, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        boolean open = isOpen(filter.stand());
        Listing listing = listing(filter, to, now, cursor, limit);
        List<Entry> rows = jdbc.sql(listing.sql())
                .params(listing.params())
                .query(Directions::entry)
                .list();
        return Page.of(rows, limit, last -> new Cursor(open ? last.due() : ended(last), last.id()));
    }

    /** The statement that a list runs. */
    record Listing(String sql, Map<String, @Nullable Object> params) {}

    static Listing listing(Filter filter, Visibility to, Instant now, @Nullable String cursor, int limit) {
        boolean open = isOpen(filter.stand());
        Conditions where = where(filter, to, now);
        Cursor after = cursor == null ? open ? Cursor.START : Cursor.END : Cursor.parse(cursor);
        where.and(
                open ? "(d.due, d.id) > (:at, :after)" : "(d.ended, d.id) < (:at, :after)",
                "at",
                Objects.requireNonNull(time(after.at())));
        where.params().put("after", after.id());
        String order = open ? " order by d.due, d.id" : " order by d.ended desc, d.id desc";
        String sql = "select d.*, c.code, c.subject" + FROM + where.sql() + order + " limit " + (limit + 1);
        return new Listing(sql, where.params());
    }

    public long count(Filter filter, Visibility to, Instant now) {
        Conditions where = where(filter, to, now);
        return jdbc.sql("select count(*)" + FROM + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private static boolean isOpen(Stand stand) {
        return stand == Stand.OPEN || stand == Stand.OVERDUE;
    }

    private static Instant ended(Entry entry) {
        return Objects.requireNonNull(entry.ended());
    }

    private static Conditions where(Filter filter, Visibility to, Instant now) {
        UnitId unit = filter.unit();
        OfficerId officer = filter.officer();
        OfficerId giver = filter.giver();
        DirectionState state = isOpen(filter.stand())
                ? DirectionState.OPEN
                : DirectionState.valueOf(filter.stand().name());
        // the state stands in the text, so that the plan finds the index of what is open
        Conditions where = new Conditions()
                .and("d.state = '" + state + "'")
                .equal("c.unit", "unit", unit == null ? null : unit.value())
                .equal("d.giver", "giver", giver == null ? null : giver.value());
        if (officer != null) where.and("coalesce(d.officer, c.assignee) = :officer", "officer", officer.value());
        if (filter.stand() == Stand.OVERDUE) where.and("d.due < :now", "now", Objects.requireNonNull(time(now)));
        return where.seenBy(to, "c.unit", "c.id");
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String officer = row.getString("officer");
        return new Entry(
                row.getString("id"),
                new PetitionId(row.getString("petition")),
                row.getInt("no"),
                row.getString("code"),
                row.getString("subject"),
                new UnitId(row.getString("unit")),
                officer == null ? null : new OfficerId(officer),
                new OfficerId(row.getString("giver")),
                Objects.requireNonNull(time(row, "given")),
                Objects.requireNonNull(time(row, "due")),
                DirectionState.valueOf(row.getString("state")),
                time(row, "ended"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("direction");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(Set.of(DirectionEvent.class), false);
    }

    @Override
    public Filling filling(Tables tables) {
        return new DirectionFilling(tables);
    }

    @EventHandler
    void on(DirectionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
