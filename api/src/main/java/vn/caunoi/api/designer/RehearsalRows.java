package vn.caunoi.api.designer;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.designer.RehearsalRun.Asked;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;

/** The tables of rehearsals and proofs. Each is there for whoever began it, for a day. */
@Component
class RehearsalRows implements Upkeep {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A node that was stopped gives no sign of life; a step of work takes seconds. */
    private static final String STOPPED = "not ended and alive < now() - interval '2 minutes'";

    private static final String RUNS = "select *, " + STOPPED + " as stopped,"
            + " extract(epoch from alive - started)::float8 as seconds from vault.rehearsal where by = :by";

    /** A case, as it is listed. @param told where it waits, or what keeps it from going on */
    record Row(
            String petition,
            String code,
            String way,
            @Nullable Integer parting,
            @Nullable String told) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RehearsalRows(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.template = jdbc;
    }

    /** False when one of theirs is under way. */
    boolean begin(
            UUID id,
            OfficerId by,
            @Nullable String process,
            String name,
            @Nullable String xml,
            Asked asked,
            Instant at,
            int received) {
        jdbc.sql("update vault.rehearsal set ended = true, failed = true where by = :by and " + STOPPED)
                .param("by", by.value())
                .update();
        try {
            jdbc.sql("""
                            insert into vault.rehearsal (id, by, process, name, xml, asked, begun, received)
                            values (:id, :by, :process, :name, :xml, :asked::jsonb, :at, :received)""")
                    .param("id", id)
                    .param("by", by.value())
                    .param("process", process)
                    .param("name", name)
                    .param("xml", xml)
                    .param("asked", JSON.writeValueAsString(asked))
                    .param("at", time(at))
                    .param("received", received)
                    .update();
            return true;
        } catch (DuplicateKeyException underWay) {
            return false;
        }
    }

    /** @param place of the first */
    void took(UUID id, int place, List<Row> rows) {
        int[] at = {place};
        template.batchUpdate(
                "insert into vault.rehearsed (rehearsal, place, petition, code, way, parting, told) values (?, ?, ?, ?, ?, ?, ?)",
                rows,
                Math.max(1, rows.size()),
                (statement, row) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, at[0]++);
                    statement.setString(3, row.petition());
                    statement.setString(4, row.code());
                    statement.setString(5, row.way());
                    statement.setObject(6, row.parting(), Types.INTEGER);
                    statement.setString(7, row.told());
                });
    }

    /** @return false when it is to end */
    boolean went(UUID id, int looked, int cases, RehearsalResult result) {
        return jdbc.sql("""
                        update vault.rehearsal set looked = :looked, cases = :cases, outcome = :outcome::jsonb, alive = now()
                         where id = :id returning not cancelled and not ended""")
                .param("id", id)
                .param("looked", looked)
                .param("cases", cases)
                .param("outcome", JSON.writeValueAsString(result))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** It waits for its turn. @return false when it is to end */
    boolean waits(UUID id) {
        return jdbc.sql("update vault.rehearsal set alive = now(), started = now() where id = :id and not cancelled")
                        .param("id", id)
                        .update()
                == 1;
    }

    void end(UUID id, boolean failed) {
        jdbc.sql("update vault.rehearsal set ended = true, failed = :failed, alive = now() where id = :id")
                .param("failed", failed)
                .param("id", id)
                .update();
    }

    void cancel(String id, OfficerId by) {
        jdbc.sql("update vault.rehearsal set cancelled = true where id::text = :id and by = :by and not ended")
                .param("id", id)
                .param("by", by.value())
                .update();
    }

    Optional<RehearsalRun> find(String id, OfficerId by) {
        return jdbc.sql(RUNS + " and id::text = :id")
                .param("by", by.value())
                .param("id", id)
                .query(RehearsalRows::run)
                .optional();
    }

    /** The newest first. @param process null for proofs */
    List<RehearsalRun> of(OfficerId by, @Nullable String process, int most) {
        return jdbc.sql(RUNS + " and process is not distinct from :process order by begun desc, id limit :most")
                .param("by", by.value())
                .param("process", process)
                .param("most", most)
                .query(RehearsalRows::run)
                .list();
    }

    /** The one that is under way. */
    Optional<RehearsalRun> underWay(OfficerId by) {
        return jdbc.sql(RUNS + " and not ended")
                .param("by", by.value())
                .query(RehearsalRows::run)
                .optional();
    }

    /**
     * In the order in which they were looked at.
     *
     * @param without cases that are not shown
     * @param after place of the last one before
     */
    List<RehearsalCase> cases(
            String id, Set<PetitionId> without, @Nullable String way, @Nullable Integer parting, int after, int most) {
        return jdbc.sql("""
                        select * from vault.rehearsed where rehearsal = :id::uuid and place > :after
                           and petition <> all(:without) and (:way::text is null or way = :way) and (:parting::int is null or parting = :parting)
                         order by place limit :most""")
                .param("id", id)
                .param("without", without.stream().map(PetitionId::value).toArray(String[]::new))
                .param("after", after)
                .param("way", way)
                .param("parting", parting)
                .param("most", most)
                .query(RehearsalRows::listed)
                .list();
    }

    Optional<RehearsalCase> one(String id, int place) {
        return jdbc.sql("select * from vault.rehearsed where rehearsal = :id::uuid and place = :place")
                .param("id", id)
                .param("place", place)
                .query(RehearsalRows::listed)
                .optional();
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.rehearsal where started < now() - interval '1 day' and (ended or " + STOPPED + ")")
                .update();
    }

    private static RehearsalRun run(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        boolean stopped = row.getBoolean("stopped");
        return new RehearsalRun(
                row.getString("id"),
                row.getString("process"),
                row.getString("name"),
                row.getString("xml"),
                JSON.readValue(row.getString("asked"), Asked.class),
                row.getObject("begun", OffsetDateTime.class).toInstant(),
                row.getInt("received"),
                row.getInt("looked"),
                row.getInt("cases"),
                outcome == null ? RehearsalResult.NOTHING : JSON.readValue(outcome, RehearsalResult.class),
                row.getDouble("seconds"),
                row.getBoolean("ended") || stopped,
                row.getBoolean("failed") || stopped,
                row.getBoolean("cancelled"));
    }

    private static RehearsalCase listed(ResultSet row, int number) throws SQLException {
        return new RehearsalCase(
                row.getInt("place"),
                row.getString("petition"),
                row.getString("code"),
                row.getString("way"),
                row.getObject("parting", Integer.class),
                row.getString("told"));
    }
}
