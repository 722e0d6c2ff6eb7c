package vn.caunoi.core.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the record and computes every hash anew (see {@link HashLink}). Finds an event that was changed, moved, taken
 * out of the middle or put in; not that the last events of a stream are gone, for nothing follows them.
 */
public final class LedgerIntegrity {

    /**
     * An event that does not fit.
     *
     * @param stream its stream's key, as in the table
     * @param sequence its place there
     */
    public record Break(UUID stream, long sequence, Kind kind) {}

    /** In what way. */
    public enum Kind {
        /** The hash is not that of the event and the one before. */
        CHANGED,
        /** The event before it is missing. */
        MISSING,
        /** Its position lies before that of the event before it, or its time does. */
        OUT_OF_ORDER
    }

    /**
     * @param events how many were read
     * @param breaks the first hundred found
     */
    public record Finding(long events, List<Break> breaks) {}

    private static final int MOST_BREAKS = 100;
    private static final int ROWS_AT_ONCE = 1000;
    private static final String READ = """
            select stream, seq, event.position, recorded, event_name.name, revision, body, metadata, hash
            from ledger.event join ledger.event_name on event_name.id = event.name %s order by stream, seq""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate inOneView;

    public LedgerIntegrity(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(ROWS_AT_ONCE);
        this.inOneView = new TransactionTemplate(new JdbcTransactionManager(database));
        inOneView.setReadOnly(true);
    }

    /** The whole record: some seconds for a million events. */
    public Finding check() {
        return look(READ.formatted(""));
    }

    /** One stream. */
    public Finding check(String stream) {
        return look(READ.formatted("where stream = ?"), StreamKey.of(stream).key());
    }

    private Finding look(String sql, Object... arguments) {
        Walk walk = new Walk();
        inOneView.executeWithoutResult(view -> jdbc.query(sql, walk::step, arguments));
        return new Finding(walk.events, List.copyOf(walk.breaks));
    }

    private static final class Walk {

        private final List<Break> breaks = new ArrayList<>();
        private long events;
        private @Nullable Step last;

        void step(ResultSet row) throws SQLException {
            Step step = Step.of(row);
            Step before = last != null && last.stream.equals(step.stream) ? last : null;
            events++;
            last = step;
            Kind kind = step.fault(before);
            if (kind != null && breaks.size() < MOST_BREAKS) {
                breaks.add(new Break(step.stream, step.sequence, kind));
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Step(UUID stream, int sequence, long position, Instant recorded, byte[] hash, ResultSet row) {

        static Step of(ResultSet row) throws SQLException {
            return new Step(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getBytes(9),
                    row);
        }

        @Nullable Kind fault(@Nullable Step before) throws SQLException {
            if (sequence != (before == null ? 0 : before.sequence + 1)) {
                return Kind.MISSING;
            }
            byte[] linked = HashLink.of(
                    before == null ? null : before.hash,
                    stream,
                    sequence,
                    new EventNames.Name(row.getString(5), row.getString(6), null),
                    recorded,
                    row.getString(7),
                    row.getString(8));
            if (!Arrays.equals(hash, linked)) {
                return Kind.CHANGED;
            }
            boolean backwards = before != null && (position <= before.position || recorded.isBefore(before.recorded));
            return backwards ? Kind.OUT_OF_ORDER : null;
        }
    }
}
