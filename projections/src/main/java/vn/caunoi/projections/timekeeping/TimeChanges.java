package vn.caunoi.projections.timekeeping;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeChange;
import vn.caunoi.core.timekeeping.TimekeepingEvent;
import vn.caunoi.core.timekeeping.TimekeepingEvent.*;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Every change of the calendar and of the limits of the law: who wanted it, who confirmed it, what became of it. */
@Component
@ProcessingGroup(TimeChanges.GROUP)
public class TimeChanges implements ReadModel {
    static final String GROUP = "time_changes";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where a change stands. */
    public enum State {
        PROPOSED,
        WITHDRAWN,
        /** In force; deadlines are still being counted anew, if it concerns any that run. */
        CONFIRMED,
        /** In force, and every deadline that it concerns was counted anew. */
        DONE
    }

    /**
     * @param by who proposed it
     * @param confirmedBy null until it is in force
     * @param moved deadlines that moved; {@code failed} those that could not be counted
     */
    public record Change(
            TimeChange change,
            State state,
            Instant at,
            @Nullable String by,
            @Nullable Instant confirmedAt,
            @Nullable String confirmedBy,
            int moved,
            int failed) {

        /** Whether it is in force and yet begins on a later day only: nothing is counted by it before. */
        public boolean waits(LocalDate today) {
            AmendedRule rule = change.rule();
            boolean inForce = state == State.CONFIRMED || state == State.DONE;
            return inForce && rule != null && rule.validFrom().isAfter(today);
        }
    }

    private final JdbcClient jdbc;
    private final Batch batch;

    public TimeChanges(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** The newest first. */
    public List<Change> newest(int before, int limit) {
        return jdbc.sql("select * from views.time_change where number < :before order by number desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(TimeChanges::read)
                .list();
    }

    public Optional<Change> find(int number) {
        return jdbc.sql("select * from views.time_change where number = :number")
                .param("number", number)
                .query(TimeChanges::read)
                .optional();
    }

    private static Change read(ResultSet row, int n) throws SQLException {
        return new Change(
                JSON.readValue(row.getString("change"), TimeChange.class),
                State.valueOf(row.getString("state")),
                Objects.requireNonNull(time(row, "at")),
                row.getString("by"),
                time(row, "confirmed_at"),
                row.getString("confirmed_by"),
                row.getInt("moved"),
                row.getInt("failed"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("time_change");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(java.util.Set.of(TimekeepingEvent.class), true);
    }

    @Override
    public Filling filling(Tables tables) {
        return new Written(tables);
    }

    @EventHandler
    void on(TimekeepingEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    /** Changes are rare: each event is written at once. */
    private record Written(Tables tables) implements Filling {
        @Override
        public void take(Happened<?> recorded) {
            if (!(recorded.event() instanceof TimekeepingEvent event)) return;
            switch (event) {
                case ChangeProposed e ->
                    tables.update(
                            """
                            insert into views.time_change (number, change, state, at, by, moved, failed)
                            values (?, ?::jsonb, 'PROPOSED', ?, ?, 0, 0) on conflict do nothing""", e.number(), JSON.writeValueAsString(e.change()), time(recorded.at()), recorded.by());
                case ChangeWithdrawn e ->
                    tables.update("update views.time_change set state = 'WITHDRAWN' where number = ?", e.number());
                case ChangeConfirmed e ->
                    tables.update(
                            """
                            update views.time_change set state = ?, change = ?::jsonb, confirmed_at = ?, confirmed_by = ?
                             where number = ?""",
                            e.change().recounts() ? "CONFIRMED" : "DONE",
                            JSON.writeValueAsString(e.change()),
                            time(recorded.at()),
                            recorded.by(),
                            e.number());
                case DeadlinesRecounted e ->
                    tables.update(
                            "update views.time_change set state = 'DONE', moved = ?, failed = ? where number = ?",
                            e.moved(),
                            e.failed(),
                            e.number());
            }
        }

        @Override
        public void flush() {}
    }
}
