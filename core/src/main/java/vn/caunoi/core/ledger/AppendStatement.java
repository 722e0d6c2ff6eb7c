package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;
import vn.caunoi.core.vault.NewKey;

/**
 * The statement that inserts the events of an append. Before the first row it takes the lock of {@link Horizon} and
 * checks that the streams end where they are thought to; only then a position is drawn. Rows are written out, for few
 * in arrays would be planned anew each time. Many events of one stream become several statements of usual sizes, which
 * the database knows already; all travel together. Those of several streams come as arrays.
 */
final class AppendStatement {

    /** What becomes of the transaction. */
    enum Way {
        /** It goes on; where a stream does not end as thought, nothing is inserted. */
        AMONG_OTHERS,
        /** Nothing else is to come; it fails where a stream does not end as thought. */
        LAST,
        /** The same, and it is committed in the same round trip. */
        WITH_COMMIT
    }

    private static final int ANY_SIZE = 8;
    private static final int LARGEST = 64;

    private final Appending.Tied tied;
    private final Way way;
    private final Drawn drawn;
    private final List<Integer> sizes;

    /** @param drawn told which positions were drawn */
    AppendStatement(Appending.Tied tied, Way way, Drawn drawn) {
        this.tied = tied;
        this.way = way;
        this.drawn = drawn;
        int events = tied.written().size();
        this.sizes = events > ANY_SIZE && tied.tips().size() > 1 ? List.of() : sizes(events);
    }

    /** Whether it needs a transaction around it. */
    static boolean isSeveral(Appending.Batch batch) {
        return batch.drafts().size() > ANY_SIZE || !batch.ids().isEmpty();
    }

    /** @return false when nothing was inserted, because a stream does not end where it was thought to */
    boolean run(Connection connection) throws SQLException {
        if (way != Way.WITH_COMMIT) return run(connection, false);
        PgConnection plain = connection.unwrap(PgConnection.class);
        if (isSeveral(tied.batch()) || plain.getTransactionState() != TransactionState.IDLE) return run(plain, true);
        plain.setAutoCommit(true);
        try {
            return run(plain, false);
        } finally {
            plain.setAutoCommit(false);
        }
    }

    private boolean run(Connection connection, boolean andCommit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(andCommit))) {
            bind(statement);
            statement.execute();
            int first =
                    drawn.isWanted() ? drawn.read(statement, Math.max(1, sizes.size())) : statement.getUpdateCount();
            return first == (sizes.isEmpty() ? tied.written().size() : sizes.getFirst());
        }
    }

    private String sql(boolean andCommit) {
        Appending.Batch batch = tied.batch();
        return new AppendSql(
                        sizes,
                        batch.keys().size(),
                        sizes.isEmpty() ? 0 : tied.before().size(),
                        !batch.ids().isEmpty(),
                        batch.lock() != null,
                        way != Way.AMONG_OTHERS,
                        andCommit,
                        drawn.isWanted())
                .text();
    }

    private void bind(PreparedStatement statement) throws SQLException {
        List<Appending.Draft> drafts = tied.batch().drafts();
        int at = bindKeys(statement);
        if (sizes.isEmpty()) at = new AppendArrays(tied).bind(statement, at);
        int n = 0;
        for (int size : sizes) {
            for (int end = n + size; n < end; n++) {
                at = bind(statement, at, drafts.get(n), tied.written().get(n), tied.names()[n]);
            }
            at = n == size ? bindEnds(statement, at) : bindFirst(statement, at);
        }
        if (!tied.batch().ids().isEmpty()) {
            Object[] ids = tied.batch().ids().toArray();
            statement.setArray(at++, statement.getConnection().createArrayOf("text", ids));
            bindFirst(statement, at);
        }
    }

    private int bindKeys(PreparedStatement statement) throws SQLException {
        int at = 1;
        for (NewKey key : tied.batch().keys()) {
            statement.setObject(at++, key.id());
            statement.setBytes(at++, key.wrapped());
        }
        return at;
    }

    private int bindFirst(PreparedStatement statement, int first) throws SQLException {
        int at = first;
        Appending.Draft draft = tied.batch().drafts().getFirst();
        statement.setObject(at++, draft.stream());
        statement.setInt(at++, draft.sequence());
        statement.setBytes(at++, tied.written().getFirst().hash());
        return at;
    }

    private static int bind(
            PreparedStatement statement, int first, Appending.Draft draft, Appending.Head written, int name)
            throws SQLException {
        int at = first;
        statement.setLong(at++, HashLink.micros(written.recorded()));
        statement.setInt(at++, draft.sequence());
        statement.setInt(at++, name);
        statement.setObject(at++, draft.stream());
        statement.setBytes(at++, written.hash());
        statement.setString(at++, draft.metadata());
        statement.setString(at++, draft.body());
        return at;
    }

    private int bindEnds(PreparedStatement statement, int first) throws SQLException {
        int at = first;
        String lock = tied.batch().lock();
        if (lock != null) statement.setString(at++, lock);
        for (Map.Entry<UUID, Integer> last : tied.before().entrySet()) {
            statement.setObject(at++, last.getKey());
            statement.setInt(at++, last.getValue());
            statement.setBytes(at++, hash(tied.ends().get(last.getKey())));
        }
        return at;
    }

    private static byte @Nullable [] hash(Appending.@Nullable Head head) {
        return head == null ? null : head.hash();
    }

    private static List<Integer> sizes(int events) {
        if (events <= ANY_SIZE) return List.of(events);
        List<Integer> sizes = new ArrayList<>();
        int left = events;
        while (left > ANY_SIZE) {
            int size = Math.min(LARGEST, Integer.highestOneBit(left));
            sizes.add(size);
            left -= size;
        }
        if (left > 0) sizes.add(left);
        return List.copyOf(sizes);
    }
}
