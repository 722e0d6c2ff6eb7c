package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one append in one round trip. Their hashes go on from the last event of each stream, which is
 * remembered from reading or writing it; the statement itself checks that it was remembered rightly.
 */
final class Appending {

    /** One event on its way into the table. */
    record Draft(UUID stream, int sequence, EventNames.Name name, Instant recorded, String body, String metadata) {}

    /** An event that the next one is tied to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Head(int sequence, byte[] hash, Instant recorded) {}

    private static final int REMEMBERED = 8192;

    private static final String HEADS = """
            select event.stream, event.seq, event.hash, event.recorded
            from unnest(?::uuid[], ?::int[]) as wanted (stream, seq)
            join ledger.event on event.stream = wanted.stream and event.seq = wanted.seq""";

    private final EventNames names;
    private final Map<UUID, Head> heads = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Head> eldest) {
            return size() > REMEMBERED;
        }
    };

    Appending(EventNames names) {
        this.names = names;
    }

    /** It need not be certain that this event stays. */
    void remember(UUID stream, Head head) {
        synchronized (heads) {
            heads.put(stream, head);
        }
    }

    /**
     * @param ids those events' identifiers that are not derived
     * @return the new end of each stream; empty when a stream twice did not end where it was thought to
     */
    Map<UUID, Head> append(Connection connection, List<Draft> drafts, List<String> ids) throws SQLException {
        Map<UUID, Integer> before = lastBefore(drafts);
        AppendStatement statement = new AppendStatement(drafts, ids, before);
        if (!statement.isSeveral() || !connection.getAutoCommit()) {
            return appendWhereItEnds(connection, drafts, before, statement);
        }
        connection.setAutoCommit(false);
        try {
            Map<UUID, Head> ends = appendWhereItEnds(connection, drafts, before, statement);
            connection.commit();
            return ends;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** For each stream that goes on: the sequence of the event before the first of these. */
    private static Map<UUID, Integer> lastBefore(List<Draft> drafts) {
        Map<UUID, Integer> first = new LinkedHashMap<>();
        drafts.forEach(draft -> first.putIfAbsent(draft.stream(), draft.sequence() - 1));
        first.values().removeIf(sequence -> sequence < 0);
        return first;
    }

    private Map<UUID, Head> remembered(Map<UUID, Integer> wanted) {
        Map<UUID, Head> found = new HashMap<>();
        synchronized (heads) {
            wanted.forEach((stream, sequence) -> {
                Head head = heads.get(stream);
                if (head != null && head.sequence() == sequence) found.put(stream, head);
            });
        }
        return found;
    }

    private Map<UUID, Head> read(Connection connection, Map<UUID, Integer> wanted) throws SQLException {
        Map<UUID, Head> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setArray(1, connection.createArrayOf("uuid", wanted.keySet().toArray()));
            select.setArray(2, connection.createArrayOf("int4", wanted.values().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant recorded = rows.getObject(4, OffsetDateTime.class).toInstant();
                    found.put(rows.getObject(1, UUID.class), new Head(rows.getInt(2), rows.getBytes(3), recorded));
                }
            }
        }
        return found;
    }

    private Map<UUID, Head> appendWhereItEnds(
            Connection connection, List<Draft> drafts, Map<UUID, Integer> before, AppendStatement statement)
            throws SQLException {
        Map<UUID, Head> ends = append(connection, drafts, before, statement);
        return ends.isEmpty() ? append(connection, drafts, before, statement) : ends;
    }

    private Map<UUID, Head> append(
            Connection connection, List<Draft> drafts, Map<UUID, Integer> before, AppendStatement statement)
            throws SQLException {
        Map<UUID, Head> ends = remembered(before);
        if (ends.size() < before.size()) {
            ends = read(connection, before);
        }
        Map<UUID, Head> tips = new HashMap<>(ends);
        List<Head> written = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> written.add(tie(draft, tips)));
        if (!statement.run(connection, ends, written, numbers(connection, drafts))) {
            forget(before);
            return Map.of();
        }
        tips.forEach(this::remember);
        return tips;
    }

    private void forget(Map<UUID, Integer> streams) {
        synchronized (heads) {
            heads.keySet().removeAll(streams.keySet());
        }
    }

    private static Head tie(Draft draft, Map<UUID, Head> tips) {
        Head previous = tips.get(draft.stream());
        Instant recorded = previous != null && previous.recorded().isAfter(draft.recorded())
                ? previous.recorded()
                : draft.recorded();
        byte[] hash = HashLink.of(
                hashOf(previous),
                draft.stream(),
                draft.sequence(),
                draft.name(),
                recorded,
                draft.body(),
                draft.metadata());
        Head head = new Head(draft.sequence(), hash, recorded);
        tips.put(draft.stream(), head);
        return head;
    }

    private static byte @Nullable [] hashOf(@Nullable Head head) {
        return head == null ? null : head.hash();
    }

    private int[] numbers(Connection connection, List<Draft> drafts) throws SQLException {
        int[] numbers = new int[drafts.size()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = names.numberOf(connection, drafts.get(n).name());
        }
        return numbers;
    }
}
