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
import vn.caunoi.core.vault.NewKey;

/**
 * Writes the events of one append in one round trip. Their hashes go on from the last event of each stream, which is
 * remembered from reading or writing it; the statement itself checks that it was remembered rightly.
 */
final class Appending {

    /** One event on its way into the table. */
    record Draft(UUID stream, int sequence, EventNames.Name name, Instant recorded, String body, String metadata) {}

    private static final String HEADS = """
            select event.stream, event.seq, event.hash, event.recorded
            from unnest(?::uuid[], ?::int[]) as wanted (stream, seq)
            join ledger.event on event.stream = wanted.stream and event.seq = wanted.seq""";

    /** An event that the next one is tied to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Head(int sequence, byte[] hash, Instant recorded) {}

    /**
     * What is appended together.
     *
     * @param ids those events' identifiers that are not derived
     * @param keys to be inserted into the vault
     * @param lock the stream whose lock is to be taken, null when that is not needed
     */
    record Batch(
            List<Draft> drafts,
            List<String> ids,
            List<NewKey> keys,
            @Nullable String lock) {

        Batch(Drafting drafted) {
            this(drafted, List.of(), null);
        }

        Batch(Drafting drafted, List<NewKey> keys, @Nullable String lock) {
            this(drafted.drafts(), drafted.ids(), keys, lock);
        }
    }

    /**
     * Events with their hashes.
     *
     * @param before for each stream that goes on, the sequence of the event before the first of these
     * @param ends what these streams are thought to end with
     * @param tips what all the streams will end with
     * @param written in the order of the drafts
     * @param names of the drafts, as numbers
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Tied(
            Batch batch,
            Map<UUID, Integer> before,
            Map<UUID, Head> ends,
            Map<UUID, Head> tips,
            List<Head> written,
            int[] names) {

        /** Whether an event that has to come before these does not exist. */
        boolean isAfterNothing() {
            return ends.size() < before.size();
        }
    }

    private final EventNames names;
    private final Ends known = new Ends();

    Appending(EventNames names) {
        this.names = names;
    }

    Ends known() {
        return known;
    }

    /** @return the new end of each stream; empty when a stream twice did not end where it was thought to */
    Map<UUID, Head> append(Connection connection, Batch batch) throws SQLException {
        if (!AppendStatement.isSeveral(batch) || !connection.getAutoCommit()) {
            return appendWhereItEnds(connection, batch);
        }
        connection.setAutoCommit(false);
        try {
            Map<UUID, Head> ends = appendWhereItEnds(connection, batch);
            connection.commit();
            return ends;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Map<UUID, Head> appendWhereItEnds(Connection connection, Batch batch) throws SQLException {
        Map<UUID, Head> ends = appendOnce(connection, batch);
        return ends.isEmpty() ? appendOnce(connection, batch) : ends;
    }

    private Map<UUID, Head> appendOnce(Connection connection, Batch batch) throws SQLException {
        Tied tied = tie(connection, batch);
        if (!new AppendStatement(tied, AppendStatement.Way.AMONG_OTHERS, Drawn.unasked()).run(connection)) {
            known.forget(tied.before().keySet());
            return Map.of();
        }
        known.rememberIfCommitted(tied.tips());
        return tied.tips();
    }

    /** The hashes go on from what is remembered, else from what is read now. */
    Tied tie(Connection connection, Batch batch) throws SQLException {
        Map<UUID, Integer> before = lastBefore(batch.drafts());
        Map<UUID, Head> ends = known.of(before);
        if (ends.size() < before.size()) {
            ends = read(connection, before);
        }
        Map<UUID, Head> tips = new HashMap<>(ends);
        List<Head> written = new ArrayList<>(batch.drafts().size());
        batch.drafts().forEach(draft -> written.add(tie(draft, tips)));
        return new Tied(batch, before, ends, tips, written, numbers(connection, batch.drafts()));
    }

    /** Sends the last statement of a transaction; the transaction fails when a stream does not end where it was thought to. */
    boolean send(Connection connection, Tied tied, boolean withCommit, Drawn drawn) throws SQLException {
        boolean done = false;
        try {
            AppendStatement.Way way = withCommit ? AppendStatement.Way.WITH_COMMIT : AppendStatement.Way.LAST;
            done = new AppendStatement(tied, way, drawn).run(connection);
            if (!withCommit) known.rememberIfCommitted(tied.tips());
        } finally {
            if (done && withCommit) known.remember(tied.tips());
            else if (!done) known.forget(tied.tips().keySet());
        }
        return done;
    }

    /** For each stream that goes on: the sequence of the event before the first of these. */
    private static Map<UUID, Integer> lastBefore(List<Draft> drafts) {
        Map<UUID, Integer> first = new LinkedHashMap<>();
        drafts.forEach(draft -> first.putIfAbsent(draft.stream(), draft.sequence() - 1));
        first.values().removeIf(sequence -> sequence < 0);
        return first;
    }

    private static Map<UUID, Head> read(Connection connection, Map<UUID, Integer> wanted) throws SQLException {
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
