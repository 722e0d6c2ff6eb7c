package vn.caunoi.api.audit;

import static vn.caunoi.projections.Tables.time;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;

/**
 * Who works on an audit, and what they note. Their notes are no part of any case: nobody else reads them, and nothing that is taken along
 * of a case has them.
 */
@Component
public class AuditTeam {

    private static final int LONGEST = 4_000;

    private static final String NOTES = """
            select n.*, c.code from vault.audit_note n left join views.case_file c on c.id = n.petition
             where n.run = :run and (n.petition is null or (:all or c.unit = any(:units))
                   and n.petition not in (select petition from views.accused where officer = :reader))
            """;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Vault vault;
    private final Clock clock;

    AuditTeam(JdbcTemplate jdbc, Directory directory, Vault vault, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.directory = directory;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A note.
     *
     * @param petition null for what is about no single case, as is its {@code code}
     * @param text null when the data of the case was erased
     */
    public record Note(
            OfficerId by,
            Instant at,
            @Nullable PetitionId petition,
            @Nullable String code,
            @Nullable String text) {}

    void begin(UUID run, OfficerId first) {
        join(run, first);
    }

    private void join(UUID run, OfficerId officer) {
        jdbc.sql(
                        "insert into vault.audit_member (run, officer, since) values (:run, :officer, :at) on conflict do nothing")
                .param("run", run)
                .param("officer", officer.value())
                .param("at", time(clock.instant()))
                .update();
    }

    /** Who started it first, the others in the order in which they came. */
    public List<OfficerId> members(AuditRun run) {
        return jdbc.sql(
                        "select officer from vault.audit_member where run = :run order by officer <> :by, since, officer")
                .param("run", id(run))
                .param("by", run.by().value())
                .query((row, n) -> new OfficerId(row.getString("officer")))
                .list();
    }

    /** Takes in an inspector or a head, by whoever started it. */
    public void add(AuditRun run, @Nullable String account, Actor by) {
        mustHaveStarted(run, by);
        Input input = new Input();
        String name = input.required("officer", account, 200);
        input.mustBeValid();
        OfficerId officer = new OfficerId(name);
        boolean oversees = directory
                .actorOf(officer)
                .filter(actor -> actor.is(Role.HEAD) || actor.is(Role.INSPECTOR))
                .isPresent();
        if (!oversees) throw Input.refusal("officer", "no-supervisor", "is neither a head nor an inspector");
        join(id(run), officer);
    }

    /** Whoever started it stays. */
    public void remove(AuditRun run, String account, Actor by) {
        mustHaveStarted(run, by);
        if (account.equals(run.by().value())) throw Refusal.because(Reason.NOT_ALLOWED);
        jdbc.sql("delete from vault.audit_member where run = :run and officer = :officer")
                .param("run", id(run))
                .param("officer", account.replace("\0", ""))
                .update();
    }

    private static void mustHaveStarted(AuditRun run, Actor by) {
        if (!run.by().equals(by.id())) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    /** @param code of a case that was found; blank for a note about none */
    @Transactional
    public void note(AuditRun run, @Nullable String code, @Nullable String text, Actor by) {
        Input input = new Input();
        String note = input.required("note", text, LONGEST);
        String about = input.optional("case", code, 100);
        PetitionId petition = about == null ? null : found(run, about, by);
        if (about != null && petition == null) input.wrong("case", "not-found-by-audit", "was not found by this audit");
        input.mustBeValid();
        byte[] sealed = vault.seal(key(run.id(), petition), note.getBytes(StandardCharsets.UTF_8));
        if (sealed == null) throw Input.refusal("case", "data-erased", "is a case whose data was erased");
        jdbc.sql("insert into vault.audit_note (id, run, petition, by, at, note)"
                        + " values (:id, :run, :petition, :by, :at, :note)")
                .param("id", UUID.randomUUID())
                .param("run", id(run))
                .param("petition", petition == null ? null : petition.value())
                .param("by", by.id().value())
                .param("at", time(clock.instant()))
                .param("note", sealed)
                .update();
    }

    private @Nullable PetitionId found(AuditRun run, String code, Actor by) {
        if (!PetitionCode.isValid(code)) return null;
        return seen("""
                        select c.id from vault.audit_found f join views.case_file c on c.id = f.petition
                         where f.run = :run and c.code = :code and (:all or c.unit = any(:units))
                           and c.id not in (select petition from views.accused where officer = :reader)""", run, by)
                .param("code", PetitionCode.parse(code).value())
                .query((row, n) -> new PetitionId(row.getString("id")))
                .optional()
                .orElse(null);
    }

    /** The newest first; those about cases that the reader may not see are left out. @param code of one case; null for all */
    public List<Note> notes(AuditRun run, @Nullable String code, Actor reader, int most) {
        String narrowed = code == null ? "" : " and c.code = :code";
        JdbcClient.StatementSpec asked = seen(
                        NOTES + narrowed + " order by n.at desc, n.id desc limit :most", run, reader)
                .param("most", most);
        if (code != null) asked = asked.param("code", code);
        return asked.query((row, n) -> note(row, run)).list();
    }

    private JdbcClient.StatementSpec seen(String sql, AuditRun run, Actor reader) {
        Visibility to = Visibility.of(reader);
        return jdbc.sql(sql)
                .param("run", id(run))
                .param("all", to.all())
                .param("units", to.unitNames())
                .param("reader", to.readerName());
    }

    private Note note(ResultSet row, AuditRun run) throws SQLException {
        String about = row.getString("petition");
        PetitionId petition = about == null ? null : new PetitionId(about);
        byte[] clear = vault.open(key(run.id(), petition), row.getBytes("note"));
        return new Note(
                new OfficerId(row.getString("by")),
                Objects.requireNonNull(time(row, "at")),
                petition,
                row.getString("code"),
                clear == null ? null : new String(clear, StandardCharsets.UTF_8));
    }

    private static KeyId key(String run, @Nullable PetitionId petition) {
        return petition == null ? KeyId.audit(run) : KeyId.petition(petition.value());
    }

    private static UUID id(AuditRun run) {
        return UUID.fromString(run.id());
    }
}
