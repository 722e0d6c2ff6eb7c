package vn.caunoi.api.proof;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.LedgerIntegrity;
import vn.caunoi.core.petition.PetitionId;

/**
 * Checks whether the record is whole: every hash computed anew, no gap in a stream, no position and no time that goes
 * back. One stream at once; the whole record in a thread of its own, one check at a time on all nodes together.
 */
@Component
public class IntegrityDesk {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrityDesk.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<LedgerIntegrity.Break>> BREAKS = new TypeReference<>() {};
    /** A check that takes longer was stopped with its node. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LedgerIntegrity integrity;
    private final JdbcClient jdbc;
    private final Clock clock;

    IntegrityDesk(LedgerIntegrity integrity, JdbcTemplate jdbc, Clock clock) {
        this.integrity = integrity;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /**
     * A check of the whole record.
     *
     * @param ended null while it goes on
     * @param events how many were read; {@code breaks} the first hundred that do not fit
     * @param failed stopped before its end; it found nothing out
     */
    public record Check(
            OfficerId by,
            Instant started,
            @Nullable Instant ended,
            long events,
            List<LedgerIntegrity.Break> breaks,
            boolean failed) {}

    /** The last checks of the whole record, the newest first. */
    public List<Check> last(int most) {
        return jdbc.sql("select * from vault.integrity_check order by started desc limit :most")
                .param("most", most)
                .query(IntegrityDesk::check)
                .list();
    }

    /** The history of one case. */
    public LedgerIntegrity.Finding of(PetitionId petition) {
        return integrity.check(petition.value());
    }

    /** @return false when one goes on already */
    public boolean start(OfficerId by) {
        Instant now = clock.instant();
        jdbc.sql("update vault.integrity_check set ended = :now, failed = true where ended is null and started < :long")
                .param("now", time(now))
                .param("long", time(now.minus(LONGEST)))
                .update();
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("insert into vault.integrity_check (id, by, started) values (:id, :by, :now)")
                    .param("id", id)
                    .param("by", by.value())
                    .param("now", time(now))
                    .update();
        } catch (DuplicateKeyException running) {
            return false;
        }
        Thread.ofPlatform().daemon().name("integrity").start(() -> run(id));
        return true;
    }

    private void run(UUID id) {
        boolean done = false;
        try {
            LedgerIntegrity.Finding found = integrity.check();
            end(id, found.events(), JSON.writeValueAsString(found.breaks()), false);
            done = true;
        } finally {
            if (!done) {
                LOG.warn("the check of the whole record was stopped before its end");
                end(id, 0, "[]", true);
            }
        }
    }

    private void end(UUID id, long events, String breaks, boolean failed) {
        jdbc.sql("update vault.integrity_check set ended = :now, events = :events, breaks = :breaks::jsonb,"
                        + " failed = :failed where id = :id")
                .param("now", time(clock.instant()))
                .param("events", events)
                .param("breaks", breaks)
                .param("failed", failed)
                .param("id", id)
                .update();
    }

    private static Check check(ResultSet row, int n) throws SQLException {
        String breaks = row.getString("breaks");
        return new Check(
                new OfficerId(row.getString("by")),
                Objects.requireNonNull(time(row, "started")),
                time(row, "ended"),
                row.getLong("events"),
                breaks == null ? List.of() : JSON.readValue(breaks, BREAKS),
                row.getBoolean("failed"));
    }
}
