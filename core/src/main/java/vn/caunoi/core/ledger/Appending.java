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
 * Writes the events of one append in one statement. Their hashes go on from the last event of each stream, which is
 * remembered from reading or writing it; the statement itself checks that it was remembered rightly and writes
 * nothing otherwise, and then it is read anew.
 */
final class Appending {

    /** One event on its way into the table. */
    record Draft(UUID stream, int sequence, EventNames.Name name, Instant recorded, String body, String metadata) {}

    /** An event that the next one is tied to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Head(int sequence, byte[] hash, Instant recorded) {}

    private static final int REMEMBERED = 8192;

    /**
     * The lock must be taken before a number is drawn and after the last one drawn was read: the numbers come from
     * above the join with it, and it from above the reading.
     */
    private static final String INSERT = """
            with announced as materialized (%s),
            tie as (select * from unnest(?::uuid[], ?::int[], ?::bytea[]) as tie (stream, seq, hash)),
            wrong as materialized (
              select from tie where (
                select event.hash from ledger.event where event.stream = tie.stream and event.seq = tie.seq
              ) is distinct from tie.hash)%s
            insert into ledger.event (position, recorded, seq, name, stream, hash, metadata, body)
            select nextval('ledger.event_position'), timestamptz 'epoch' + draft.recorded * interval '1 microsecond',
                   draft.seq, draft.name, draft.stream, draft.hash, draft.metadata, draft.body
            from announced,
                 unnest(?::bigint[], ?::int[], ?::int[], ?::uuid[], ?::bytea[], ?::text[], ?::text[])
                   with ordinality as draft (recorded, seq, name, stream, hash, metadata, body, place)
            where not exists (select from wrong)
            order by draft.place""";

    private static final String PLAIN = INSERT.formatted(Horizon.ANNOUNCE, "");
    private static final String WITH_IDS = INSERT.formatted(Horizon.ANNOUNCE, """
            ,
            given as (
              insert into ledger.given_id select unnest(?::text[]) where not exists (select from wrong))""");

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
     * @return the new end of each stream; empty when an event before these was not the one expected, twice: somebody is
     *     rewriting the stream
     */
    Map<UUID, Head> append(Connection connection, List<Draft> drafts, List<String> ids) throws SQLException {
        Map<UUID, Integer> before = lastBefore(drafts);
        Map<UUID, Head> expected = remembered(before);
        if (expected.size() < before.size()) {
            expected = read(connection, before);
        }
        Map<UUID, Head> ends = insert(connection, drafts, ids, before, expected);
        return ends.isEmpty() ? insert(connection, drafts, ids, before, read(connection, before)) : ends;
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

    private Map<UUID, Head> insert(
            Connection connection,
            List<Draft> drafts,
            List<String> ids,
            Map<UUID, Integer> before,
            Map<UUID, Head> expected)
            throws SQLException {
        Map<UUID, Head> tips = new HashMap<>(expected);
        List<Head> written = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> written.add(tie(draft, tips)));
        try (PreparedStatement insert = connection.prepareStatement(ids.isEmpty() ? PLAIN : WITH_IDS)) {
            AppendParameters parameters = new AppendParameters(connection, insert);
            parameters.ties(before, expected);
            if (!ids.isEmpty()) {
                parameters.ids(ids);
            }
            parameters.drafts(drafts, written, numbers(connection, drafts));
            if (insert.executeUpdate() != drafts.size()) {
                return Map.of();
            }
        }
        tips.forEach(this::remember);
        return tips;
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
