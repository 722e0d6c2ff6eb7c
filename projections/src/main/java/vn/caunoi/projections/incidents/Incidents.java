package vn.caunoi.projections.incidents;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Petitions whose process could not follow an event, until somebody retries it or leaves it out. */
@Component
@ProcessingGroup(Incidents.GROUP)
public class Incidents implements ReadModel {
    static final String GROUP = "incidents";

    private final JdbcClient jdbc;
    private final Batch batch;

    public Incidents(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /**
     * An open incident.
     *
     * @param incident number within the petition, from 1
     * @param sequence of the event that could not be followed; {@code event} is its logical name
     * @param cause plain sentence without personal data
     */
    public record Incident(
            PetitionId petition,
            String code,
            UnitId unit,
            int incident,
            long sequence,
            String event,
            @Nullable String process,
            @Nullable String activity,
            String cause,
            Instant since) {}

    /**
     * Oldest first.
     *
     * @param cursor from the page before, or null
     * @param limit 1 to 200
     */
    public Page<Incident> open(@Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        String[] key =
                after.id().isEmpty() ? new String[] {"", "0"} : after.id().split("#", 2);
        List<Incident> rows = jdbc.sql("""
                        select i.*, c.code, c.unit from views.incident i
                          join views.incident_case c on c.petition = i.petition
                         where (i.since, i.petition, i.incident) > (:at, :petition, :incident)
                         order by i.since, i.petition, i.incident limit :rows""")
                .param("at", time(after.at()))
                .param("petition", key[0])
                .param("incident", Integer.parseInt(key[1]))
                .param("rows", limit + 1)
                .query(Incidents::incident)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.since(), last.petition() + "#" + last.incident()));
    }

    public long count() {
        return jdbc.sql("select count(*) from views.incident").query(Long.class).single();
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(
                new PetitionId(row.getString("petition")),
                row.getString("code"),
                new UnitId(row.getString("unit")),
                row.getInt("incident"),
                row.getLong("sequence"),
                row.getString("event"),
                row.getString("process"),
                row.getString("activity"),
                row.getString("cause"),
                Objects.requireNonNull(time(row, "since")));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("incident", "incident_case");
    }

    @Override
    public Filling filling(Tables tables) {
        return new Written(tables);
    }

    @EventHandler
    void on(PetitionReceived event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(PetitionAssigned event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(IncidentOpened event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(IncidentRetried event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(IncidentSkipped event, EventMessage<?> message) {
        batch.take(message);
    }

    /** Incidents are rare: each is written at once. {@code settled} keeps a settled one from coming back. */
    private record Written(Tables tables) implements Filling {
        @Override
        public void take(Happened<?> recorded) {
            if (!(recorded.event() instanceof PetitionEvent event)) return;
            switch (event) {
                case PetitionReceived e ->
                    tables.update("""
                        insert into views.incident_case (petition, code, unit, settled) values (?, ?, ?, 0)
                        on conflict (petition) do nothing""", e.petition().value(), e.code(), e.unit().value());
                case PetitionAssigned e ->
                    tables.update(
                            "update views.incident_case set unit = ? where petition = ?",
                            e.unit().value(),
                            e.petition().value());
                case IncidentOpened e -> opened(e, recorded.at());
                case IncidentRetried e -> settled(e.petition(), e.incident());
                case IncidentSkipped e -> settled(e.petition(), e.incident());
                default -> {}
            }
        }

        private void opened(IncidentOpened e, Instant at) {
            tables.update(
                    """
                    insert into views.incident (petition, incident, sequence, event, process, activity, cause, since)
                    select ?, ?, ?, ?, ?, ?, ?, ?
                     where not exists (select from views.incident_case where petition = ? and settled >= ?)
                    on conflict (petition, incident) do nothing""",
                    e.petition().value(),
                    e.incident(),
                    e.sequence(),
                    e.event(),
                    e.process(),
                    e.activity(),
                    e.cause(),
                    time(at),
                    e.petition().value(),
                    e.incident());
        }

        private void settled(PetitionId petition, int incident) {
            tables.update("delete from views.incident where petition = ? and incident = ?", petition.value(), incident);
            tables.update(
                    "update views.incident_case set settled = greatest(settled, ?) where petition = ?",
                    incident,
                    petition.value());
        }

        @Override
        public void flush() {}
    }
}
