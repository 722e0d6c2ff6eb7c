package vn.caunoi.core.ledger.following;

import java.util.List;
import java.util.Objects;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The positions of all readers that are followed for together, in the table where Axon keeps them. */
final class Tokens {

    /**
     * All of them or, by the count, not all. A lock that somebody holds on a table of one reader must not hold up the
     * others for long, hence the limit for the rest of the transaction. Rows are found by their keys, planned once for
     * each connection: what was planned while a table was empty would read all of it until its first statistics.
     */
    private static final String MOVE = """
            with moved as (
              update ledger.token set token = ?, token_type = ?, touched = ?
               where owner = ? and (processor, segment) in (select * from unnest(?::text[], ?::int[]))
              returning 1)
            select count(*), set_config('lock_timeout', '3s', true),
                   set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                   set_config('enable_mergejoin', 'off', true)
              from moved""";

    private static final String MOVE_ONLY = """
            with moved as (
              update ledger.token set token = ?, token_type = ?, touched = ?
               where owner = ? and (processor, segment) in (select * from unnest(?::text[], ?::int[]))
              returning 1)
            select count(*) from moved""";

    private final TokenStore store;
    private final String node;
    private final Serializer serializer;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Tokens(TokenStore store, String node, Serializer serializer, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.store = store;
        this.node = node;
        this.serializer = serializer;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** In the transaction that writes what was taken; false when a claim was lost. */
    boolean move(List<Place> places, long to) {
        boolean drives = places.getFirst().member().drives();
        SerializedObject<byte[]> token = serializer.serialize(new GlobalSequenceTrackingToken(to), byte[].class);
        Integer moved = jdbc.queryForObject(
                drives ? MOVE_ONLY : MOVE,
                (row, number) -> row.getInt(1),
                token.getData(),
                token.getType().getName(),
                DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()),
                node,
                places.stream().map(place -> place.member().name()).toArray(String[]::new),
                places.stream().map(place -> place.segment().getSegmentId()).toArray(Integer[]::new));
        return Objects.equals(moved, places.size());
    }

    /** Claims what no other node holds, the first time for a reader all of it from the beginning of the record. */
    List<Place> claim(Member member) {
        String name = member.name();
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!member.wasAsked() && store.fetchSegments(name).length == 0) {
                store.initializeTokenSegments(name, member.segments(), new GlobalSequenceTrackingToken(0));
            }
            return mayBeClaimed(member).stream()
                    .filter(segment -> !member.holds(segment) && member.mayHold(segment))
                    .map(segment -> claim(member, segment))
                    .filter(Objects::nonNull)
                    .toList();
        }));
    }

    /** Who dropped its places without giving them up finds them as its own, where nothing is said to be free. */
    private List<Segment> mayBeClaimed(Member member) {
        if (member.wasAsked()) return store.fetchAvailableSegments(member.name());
        return List.of(Segment.computeSegments(store.fetchSegments(member.name())));
    }

    private @Nullable Place claim(Member member, Segment segment) {
        try {
            TrackingToken token = store.fetchToken(member.name(), segment);
            if (token instanceof ReplayToken) member.takesAgain();
            return new Place(member, segment, position(token));
        } catch (UnableToClaimTokenException held) {
            return null;
        }
    }

    /** Whether all of them are still ours. */
    boolean extend(List<Place> places) {
        try {
            places.forEach(place ->
                    store.extendClaim(place.member().name(), place.segment().getSegmentId()));
            return true;
        } catch (UnableToClaimTokenException lost) {
            return false;
        }
    }

    void release(List<Place> places) {
        transaction.executeWithoutResult(status -> places.forEach(place ->
                store.releaseClaim(place.member().name(), place.segment().getSegmentId())));
    }

    static boolean areAll(List<Segment> segments) {
        return segments.stream()
                        .mapToDouble(segment -> 1.0 / (segment.getMask() + 1))
                        .sum()
                == 1.0;
    }

    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null ? 0 : plain.position().orElse(0);
    }
}
