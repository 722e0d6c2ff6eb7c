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
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.CaseRecord;

/** Petitions whose process could not follow an event, until somebody retries it or leaves it out. */
@Component
@ProcessingGroup(Incidents.GROUP)
public class Incidents implements ReadModel {
    static final String GROUP = "incidents";

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Batch batch;

    public Incidents(JdbcTemplate jdbc, CaseRecord record) {
        this.jdbc = JdbcClient.create(jdbc);
        this.record = record;
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
                        select * from views.incident
                         where not settled and (since, petition, incident) > (:at, :petition, :incident)
                         order by since, petition, incident limit :rows""")
                .param("at", time(after.at()))
                .param("petition", key[0])
                .param("incident", Integer.parseInt(key[1]))
                .param("rows", limit + 1)
                .query(Incidents::incident)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.since(), last.petition() + "#" + last.incident()));
    }

    public long count() {
        return jdbc.sql("select count(*) from views.incident where not settled")
                .query(Long.class)
                .single();
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
        return List.of("incident");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(PetitionAssigned.class, IncidentOpened.class, IncidentRetried.class, IncidentSkipped.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new IncidentFilling(tables, record);
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
}
