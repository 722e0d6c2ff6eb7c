package vn.caunoi.api.reading;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;

/**
 * Who looked at which case or visit. Whoever reads does not wait for it: readings are queued and written in batches, within a
 * second; a node that is killed loses those of its last second. It lies in the vault, for it tells of people and can not
 * be built again from events; it is no part of a petition's stream, for looking changes nothing.
 */
@Component
public class ReadingLog {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingLog.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final BlockingQueue<Reading> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Reading> unwritten = new ArrayList<>();
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ReadingLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param asOf null for the case as it stands */
    public void note(PetitionId petition, Actor by, Reading.What what, @Nullable Instant asOf) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // a moment that no database has would keep the readings of all others from being written
        Instant past = asOf == null || asOf.isAfter(LAST) ? null : asOf;
        var reading = new Reading(UUID.randomUUID().toString(), petition, by.id(), now, what.word(), past);
        if (!waiting.offer(reading))
            LOG.warn("a reading of a case was not written down: too many wait for the database");
    }

    /** The same of a visit of the reception. */
    public void note(VisitId visit, Actor by, Reading.What what) {
        note(holder(visit), by, what, null);
    }

    /** Written down before it is shown. */
    public void noteFirst(VisitId visit, Actor by, Reading.What what) {
        noteFirst(holder(visit), by, what);
    }

    /** Many visits at once, before any of them is shown. */
    public void noteVisits(Collection<VisitId> visits, Actor by, Reading.What what) {
        noteFirst(visits.stream().map(ReadingLog::holder).toList(), by.id(), what);
    }

    /** Stands where the id of a case stands otherwise. */
    private static PetitionId holder(VisitId visit) {
        return new PetitionId("visit:" + visit);
    }

    /** How often somebody looked at a case, and when last. */
    public record Looks(long count, @Nullable Instant last) {}

    public Looks looks(PetitionId petition, OfficerId reader, Reading.What what) {
        write();
        return JdbcClient.create(jdbc)
                .sql("select count(*), max(at) from vault.reading where petition = :petition and reader = :reader"
                        + " and what = :what")
                .param("petition", petition.value())
                .param("reader", reader.value())
                .param("what", what.word())
                .query((row, number) -> {
                    OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
                    return new Looks(row.getLong(1), last == null ? null : last.toInstant());
                })
                .single();
    }

    /** Written down before it is shown: what could not be recorded must not be seen. */
    public void noteFirst(PetitionId petition, Actor by, Reading.What what) {
        jdbc.update(
                "insert into vault.reading (id, petition, reader, at, what, as_of) values (?, ?, ?, ?, ?, null)",
                UUID.randomUUID().toString(),
                petition.value(),
                by.id().value(),
                time(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                what.word());
    }

    /** Many at once, written down before they are shown. */
    public void noteAll(List<PetitionId> petitions, Actor by, Reading.What what) {
        noteFirst(petitions, by.id(), what);
    }

    /** Many at once, before any of them is shown. */
    public void noteFirst(Collection<PetitionId> petitions, OfficerId by, Reading.What what) {
        OffsetDateTime now = time(clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.update(
                "insert into vault.reading (id, petition, reader, at, what, as_of)"
                        + " select gen_random_uuid()::text, petition, ?, ?, ?, null from unnest(?::text[]) as given (petition)",
                by.value(),
                now,
                what.word(),
                petitions.stream().map(PetitionId::value).toArray(String[]::new));
    }

    /** The readings of a case, the last first; those of this node up to this moment. */
    public Page<Reading> of(PetitionId petition, @Nullable String cursor, int limit) {
        write();
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        List<Reading> rows = JdbcClient.create(jdbc)
                .sql("""
                        select * from vault.reading where petition = :petition and (at, id) < (:at, :id)
                         order by at desc, id desc limit :limit""")
                .param("petition", petition.value())
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(ReadingLog::reading)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.at(), last.id()));
    }

    /** The same of a visit. */
    public Page<Reading> of(VisitId visit, @Nullable String cursor, int limit) {
        return of(holder(visit), cursor, limit);
    }

    /**
     * Who looked at who somebody is, in whatever case, the last first; none of a case that is about the asker.
     *
     * @param what {@code IDENTITY}, who denounced, or {@code PERSON}, whom the desk looked up
     * @param by null: anybody
     * @param from inclusive; {@code to} exclusive
     */
    public Page<Looked> identities(
            Actor asker,
            Reading.What what,
            @Nullable OfficerId by,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            int limit) {
        write();
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        List<Looked> rows = JdbcClient.create(jdbc)
                .sql("""
                        select r.*, c.code from vault.reading r join views.case_file c on c.id = r.petition
                         where r.what = '%s' and (r.at, r.id) < (:at, :id) and r.at >= :from and r.at < :to
                           and r.reader = coalesce(:by, r.reader)
                           and r.petition not in (select petition from views.accused where officer = :asker)
                         order by r.at desc, r.id desc limit :limit""".formatted(what.word()))
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("from", time(from == null ? Instant.MIN : from))
                .param("to", time(to == null ? Instant.MAX : to))
                .param("by", by == null ? null : by.value(), java.sql.Types.VARCHAR)
                .param("asker", asker.id().value())
                .param("limit", limit + 1)
                .query((row, n) -> new Looked(row.getString("code"), reading(row, n)))
                .list();
        return Page.of(
                rows,
                limit,
                last -> new Cursor(last.reading().at(), last.reading().id()));
    }

    /** @param code of the case that was looked at */
    public record Looked(String code, Reading reading) {}

    /** Writes down what waits. What could not be written stays for the next time. */
    synchronized void write() {
        waiting.drainTo(unwritten, BATCH - unwritten.size());
        while (!unwritten.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into vault.reading (id, petition, reader, at, what, as_of) values (?, ?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    unwritten,
                    BATCH,
                    (row, reading) -> {
                        row.setString(1, reading.id());
                        row.setString(2, reading.petition().value());
                        row.setString(3, reading.by().value());
                        row.setObject(4, time(reading.at()));
                        row.setString(5, reading.what());
                        row.setObject(6, reading.asOf() == null ? null : time(reading.asOf()));
                    });
            unwritten.clear();
            waiting.drainTo(unwritten, BATCH);
        }
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
        return new Reading(
                row.getString("id"),
                new PetitionId(row.getString("petition")),
                new OfficerId(row.getString("reader")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                asOf == null ? null : asOf.toInstant());
    }
}
