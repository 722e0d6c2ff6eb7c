package vn.caunoi.api.audit;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.audit.AuditRun.Draw;
import vn.caunoi.api.audit.AuditRun.Selection;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;

/** The tables of what was run. A run is there for its team only, and of what it found each sees what they may see now. */
@Component
class AuditRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RedFlag.Raised>> FLAGS = new TypeReference<>() {};

    /** A node that was stopped gives no sign of life; one batch takes seconds. */
    private static final String RUNS = """
            select r.*, not r.ended and r.alive < now() - interval '10 minutes' as stopped
              from vault.audit_run r join vault.audit_member m on m.run = r.id and m.officer = :reader
             where\s""";

    private static final String FOUND = " from vault.audit_found f join views.case_file c on c.id = f.petition";
    private static final String SEEN = """
             where f.run = :run and (:all or c.unit = any(:units))
               and f.petition not in (select petition from views.accused where officer = :reader)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AuditRows(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.template = jdbc;
    }

    void begin(UUID id, OfficerId by, Instant at, Selection selection, @Nullable Draw draw, long cases) {
        jdbc.sql("""
                        insert into vault.audit_run (id, by, begun, unit, kind, received_from, received_to, size, of_each_unit,
                            seed, cases)
                        values (:id, :by, :at, :unit, :kind, :from, :to, :size, :each, :seed, :cases)""")
                .param("id", id)
                .param("by", by.value())
                .param("at", time(at))
                .param(
                        "unit",
                        selection.unit() == null ? null : selection.unit().value())
                .param(
                        "kind",
                        selection.kind() == null ? null : selection.kind().name())
                .param("from", selection.from())
                .param("to", selection.to())
                .param("size", draw == null ? null : draw.size())
                .param("each", draw != null && draw.ofEachUnit())
                .param("seed", draw == null ? null : draw.seed())
                .param("cases", cases)
                .update();
    }

    /** A case that was found, before it is written. */
    record Finding(PetitionId petition, List<RedFlag.Raised> flags) {}

    /** @param place of the first */
    void found(UUID run, int place, List<Finding> findings) {
        int[] at = {place};
        template.batchUpdate(
                "insert into vault.audit_found (run, place, petition, flags) values (?, ?, ?, ?::jsonb) on conflict do nothing",
                findings,
                Math.max(1, findings.size()),
                (row, finding) -> {
                    row.setObject(1, run);
                    row.setInt(2, at[0]++);
                    row.setString(3, finding.petition().value());
                    row.setString(4, JSON.writeValueAsString(finding.flags()));
                });
    }

    void went(UUID run, long more) {
        jdbc.sql("update vault.audit_run set done = done + :more, alive = now() where id = :run")
                .param("more", more)
                .param("run", run)
                .update();
    }

    void end(UUID run, boolean failed) {
        jdbc.sql("update vault.audit_run set ended = true, failed = :failed where id = :run")
                .param("failed", failed)
                .param("run", run)
                .update();
    }

    Optional<AuditRun> find(String id, OfficerId reader) {
        return jdbc.sql(RUNS + "r.id::text = :id")
                .param("reader", reader.value())
                .param("id", id)
                .query(AuditRows::run)
                .optional();
    }

    /** The newest first. */
    Page<AuditRun> of(OfficerId reader, @Nullable String cursor, int limit) {
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        List<AuditRun> rows = jdbc.sql(RUNS + "(r.begun, r.id::text collate \"C\") < (:at, :id)"
                        + " order by r.begun desc, r.id::text collate \"C\" desc limit :most")
                .param("reader", reader.value())
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("most", limit + 1)
                .query(AuditRows::run)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.begun(), last.id()));
    }

    /** In the order in which they were found, or drawn. @param flag null for all */
    List<AuditRuns.Found> found(String run, @Nullable RedFlag flag, Visibility to, int most) {
        String raised =
                flag == null ? "" : " and f.flags @> jsonb_build_array(jsonb_build_object('flag', :flag::text))";
        String sql = "select f.petition, f.flags, c.code, c.unit, c.received" + FOUND + SEEN + raised
                + " order by f.place limit :most";
        return seen(sql, run, to)
                .params(flag == null ? Map.of() : Map.of("flag", flag.name()))
                .param("most", most)
                .query(AuditRows::found)
                .list();
    }

    long count(String run, Visibility to) {
        return seen("select count(*)" + FOUND + SEEN, run, to).query(Long.class).single();
    }

    /** How many cases have each flag. */
    Map<RedFlag, Long> counts(String run, Visibility to) {
        Map<RedFlag, Long> counts = new EnumMap<>(RedFlag.class);
        seen(
                        "select one ->> 'flag' as flag, count(distinct f.petition) as n" + FOUND
                                + " cross join lateral jsonb_array_elements(f.flags) as one" + SEEN
                                + " group by one ->> 'flag'",
                        run,
                        to)
                .query(row -> {
                    counts.put(RedFlag.valueOf(row.getString("flag")), row.getLong("n"));
                });
        return counts;
    }

    private JdbcClient.StatementSpec seen(String sql, String run, Visibility to) {
        return jdbc.sql(sql)
                .param("run", UUID.fromString(run))
                .param("all", to.all())
                .param("units", to.unitNames())
                .param("reader", to.readerName());
    }

    private static AuditRun run(ResultSet row, int n) throws SQLException {
        String unit = row.getString("unit");
        String kind = row.getString("kind");
        Integer size = row.getObject("size", Integer.class);
        boolean stopped = row.getBoolean("stopped");
        return new AuditRun(
                row.getString("id"),
                new OfficerId(row.getString("by")),
                Objects.requireNonNull(time(row, "begun")),
                new Selection(
                        unit == null ? null : new UnitId(unit),
                        kind == null ? null : Kind.valueOf(kind),
                        row.getObject("received_from", LocalDate.class),
                        row.getObject("received_to", LocalDate.class)),
                size == null ? null : new Draw(size, row.getBoolean("of_each_unit"), row.getString("seed")),
                row.getLong("cases"),
                row.getLong("done"),
                stopped || row.getBoolean("ended"),
                stopped || row.getBoolean("failed"));
    }

    private static AuditRuns.Found found(ResultSet row, int n) throws SQLException {
        return new AuditRuns.Found(
                new PetitionId(row.getString("petition")),
                row.getString("code"),
                new UnitId(row.getString("unit")),
                Objects.requireNonNull(time(row, "received")),
                JSON.readValue(row.getString("flags"), FLAGS));
    }
}
