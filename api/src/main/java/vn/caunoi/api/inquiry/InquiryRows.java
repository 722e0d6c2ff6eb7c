package vn.caunoi.api.inquiry;

import static vn.caunoi.projections.Tables.time;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.casefile.CaseFile;

/** The table of questions to units. */
@Component
class InquiryRows {

    /** Inspectors see all, a unit its own; nobody what is about them, and no unit what became a denunciation. */
    private static final String SEEN = """
            select q.*, c.code from vault.audit_question q join views.case_file c on c.id = q.petition
             where (:all or q.unit = any(:units) and c.kind is distinct from 'DENUNCIATION')
               and q.petition not in (select petition from views.accused where officer = :reader)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    InquiryRows(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
    }

    /** Whether it could be sealed: nothing is asked about a case that was erased. */
    boolean ask(
            UUID id,
            Inquiry.Sort sort,
            CaseFile about,
            @Nullable OfficerId officer,
            Actor by,
            Instant at,
            LocalDate replyBy,
            String question) {
        byte[] sealed = vault.seal(key(about.id()), question.getBytes(StandardCharsets.UTF_8));
        if (sealed == null) return false;
        jdbc.sql("""
                        insert into vault.audit_question
                               (id, kind, petition, unit, officer, asked_by, asked_at, reply_by, question)
                        values (:id, :kind, :petition, :unit, :officer, :by, :at, :until, :question)""")
                .param("id", id)
                .param("petition", about.id().value())
                .param("kind", sort.name())
                .param("unit", about.unit().value())
                .param("officer", officer == null ? null : officer.value())
                .param("by", by.id().value())
                .param("at", time(at))
                .param("until", replyBy)
                .param("question", sealed)
                .update();
        return true;
    }

    /** Whether it was still open. */
    boolean answer(Inquiry inquiry, Actor by, Instant at, String answer) {
        byte[] sealed = vault.seal(key(inquiry.petition()), answer.getBytes(StandardCharsets.UTF_8));
        return sealed != null
                && jdbc.sql("update vault.audit_question set answered_by = :by, answered_at = :at, answer = :answer"
                                        + " where id::text = :id and answered_at is null")
                                .param("by", by.id().value())
                                .param("at", time(at))
                                .param("answer", sealed)
                                .param("id", inquiry.id())
                                .update()
                        == 1;
    }

    /** The open ones that are due first, first. */
    List<Inquiry> open(Actor reader, int most) {
        return asked(SEEN + " and q.answered_at is null order by q.reply_by, q.id limit :most", reader)
                .param("most", most)
                .query(this::read)
                .list();
    }

    /** The same, page by page. */
    Page<Inquiry> open(Actor reader, @Nullable String cursor, int limit) {
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        boolean first = after.at().equals(Instant.MIN);
        List<Inquiry> rows = asked(
                        SEEN + " and q.answered_at is null"
                                + " and (:first or (q.reply_by, q.id::text collate \"C\") > (:day, :id))"
                                + " order by q.reply_by, q.id::text collate \"C\" limit :most",
                        reader)
                .param("first", first)
                .param("day", first ? LocalDate.EPOCH : DueDate.dayOf(after.at()))
                .param("id", after.id())
                .param("most", limit + 1)
                .query(this::read)
                .list();
        return Page.of(rows, limit, last -> new Cursor(DueDate.endOf(last.replyBy()), last.id()));
    }

    /** What was asked in one case, the first asked first. */
    List<Inquiry> of(PetitionId petition, Actor reader) {
        return asked(SEEN + " and q.petition = :petition order by q.asked_at, q.id", reader)
                .param("petition", petition.value())
                .query(this::read)
                .list();
    }

    /** The open explanations that are due first, first. */
    List<Inquiry> explanations(Actor reader, int most) {
        return asked(
                        SEEN + " and q.kind = 'EXPLANATION' and q.answered_at is null"
                                + " order by q.reply_by, q.id limit :most",
                        reader)
                .param("most", most)
                .query(this::read)
                .list();
    }

    /** What was answered, the last asked first. */
    Page<Inquiry> answered(Actor reader, @Nullable String cursor, int limit) {
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        List<Inquiry> rows = asked(
                        SEEN + " and q.answered_at is not null and (q.asked_at, q.id::text collate \"C\") < (:at, :id)"
                                + " order by q.asked_at desc, q.id::text collate \"C\" desc limit :most",
                        reader)
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("most", limit + 1)
                .query(this::read)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.askedAt(), last.id()));
    }

    Optional<Inquiry> find(String id, Actor reader) {
        return asked(SEEN + " and q.id::text = :id", reader)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String sql, Actor reader) {
        return jdbc.sql(sql)
                .param("all", reader.is(Role.INSPECTOR))
                .param("units", reader.covers().stream().map(UnitId::value).toArray(String[]::new))
                .param("reader", reader.id().value());
    }

    private Inquiry read(ResultSet row, int n) throws SQLException {
        PetitionId petition = new PetitionId(row.getString("petition"));
        String officer = row.getString("officer");
        String answeredBy = row.getString("answered_by");
        return new Inquiry(
                row.getString("id"),
                Inquiry.Sort.valueOf(row.getString("kind")),
                petition,
                row.getString("code"),
                new UnitId(row.getString("unit")),
                officer == null ? null : new OfficerId(officer),
                new OfficerId(row.getString("asked_by")),
                Objects.requireNonNull(time(row, "asked_at")),
                row.getObject("reply_by", LocalDate.class),
                opened(petition, row.getBytes("question")),
                answeredBy == null ? null : new OfficerId(answeredBy),
                time(row, "answered_at"),
                opened(petition, row.getBytes("answer")));
    }

    private @Nullable String opened(PetitionId petition, byte @Nullable [] sealed) {
        if (sealed == null) return null;
        byte[] clear = vault.open(key(petition), sealed);
        return clear == null ? null : new String(clear, StandardCharsets.UTF_8);
    }

    private static KeyId key(PetitionId petition) {
        return KeyId.petition(petition.value());
    }
}
