package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The statement that inserts the events of an append. Before the first row it takes the lock of {@link Horizon} and
 * checks that the streams end where they are thought to; only then a position is drawn. Rows are written out, for
 * arrays would be planned anew each time. Many events become several statements of usual sizes, which the database
 * knows already; all travel together.
 */
final class AppendStatement {

    private static final String ROW = "(?::bigint, ?::int, ?::int, ?::uuid, ?::bytea, ?::text, ?::text)";
    private static final String INSERT = """
            insert into ledger.event (position, recorded, seq, name, stream, hash, metadata, body)
            select nextval('ledger.event_position'), timestamptz 'epoch' + draft.recorded * interval '1 microsecond',
                   draft.seq, draft.name, draft.stream, draft.hash, draft.metadata, draft.body
            from (values %s) as draft (recorded, seq, name, stream, hash, metadata, body)""";
    private static final String ANNOUNCED = " where (" + Horizon.ANNOUNCE + ")::text is not null";
    private static final String ENDS_THERE =
            " and (select hash from ledger.event where stream = ? and seq = ?) is not distinct from ?::bytea";
    private static final String FIRST_IS_IN =
            " where exists (select from ledger.event where stream = ? and seq = ? and hash = ?)";
    private static final String IDS = "; insert into ledger.given_id select unnest(?::text[])" + FIRST_IS_IN;
    private static final Map<Shape, String> STATEMENTS = new ConcurrentHashMap<>();
    private static final int ANY_SIZE = 8;
    private static final int LARGEST = 64;

    private record Shape(List<Integer> sizes, int ends, boolean ids) {}

    private final List<Appending.Draft> drafts;
    private final List<String> ids;
    private final Map<UUID, Integer> before;
    private final List<Integer> sizes;

    /** @param before for each stream that goes on, the sequence of its last event */
    AppendStatement(List<Appending.Draft> drafts, List<String> ids, Map<UUID, Integer> before) {
        this.drafts = drafts;
        this.ids = ids;
        this.before = before;
        this.sizes = sizes(drafts.size());
    }

    /** Whether it needs a transaction around it. */
    boolean isSeveral() {
        return sizes.size() > 1 || !ids.isEmpty();
    }

    /**
     * @param ends what the streams are thought to end with
     * @param names the drafts' names, as numbers
     * @return false when a stream does not end there; nothing was inserted then
     */
    boolean run(Connection connection, Map<UUID, Appending.Head> ends, List<Appending.Head> written, int[] names)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            bind(statement, ends, written, names);
            statement.execute();
            return statement.getUpdateCount() == sizes.getFirst();
        }
    }

    private String sql() {
        return STATEMENTS.computeIfAbsent(new Shape(sizes, before.size(), !ids.isEmpty()), AppendStatement::sql);
    }

    private static String sql(Shape shape) {
        List<String> inserts = new ArrayList<>();
        for (int size : shape.sizes()) {
            String insert = INSERT.formatted(String.join(",", Collections.nCopies(size, ROW)));
            inserts.add(
                    inserts.isEmpty() ? insert + ANNOUNCED + ENDS_THERE.repeat(shape.ends()) : insert + FIRST_IS_IN);
        }
        return String.join("; ", inserts) + (shape.ids() ? IDS : "");
    }

    private void bind(
            PreparedStatement statement, Map<UUID, Appending.Head> ends, List<Appending.Head> written, int[] names)
            throws SQLException {
        int at = 1;
        int n = 0;
        for (int size : sizes) {
            for (int end = n + size; n < end; n++) {
                at = bind(statement, at, drafts.get(n), written.get(n), names[n]);
            }
            at = n == size ? bind(statement, at, ends) : bindFirst(statement, at, written);
        }
        if (!ids.isEmpty()) {
            statement.setArray(at++, statement.getConnection().createArrayOf("text", ids.toArray()));
            bindFirst(statement, at, written);
        }
    }

    private int bindFirst(PreparedStatement statement, int first, List<Appending.Head> written) throws SQLException {
        int at = first;
        statement.setObject(at++, drafts.getFirst().stream());
        statement.setInt(at++, drafts.getFirst().sequence());
        statement.setBytes(at++, written.getFirst().hash());
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

    private int bind(PreparedStatement statement, int first, Map<UUID, Appending.Head> ends) throws SQLException {
        int at = first;
        for (Map.Entry<UUID, Integer> last : before.entrySet()) {
            statement.setObject(at++, last.getKey());
            statement.setInt(at++, last.getValue());
            statement.setBytes(at++, hash(ends.get(last.getKey())));
        }
        return at;
    }

    private static byte @Nullable [] hash(Appending.@Nullable Head head) {
        return head == null ? null : head.hash();
    }

    private static List<Integer> sizes(int events) {
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
