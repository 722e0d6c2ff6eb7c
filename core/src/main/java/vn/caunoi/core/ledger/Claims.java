package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's token store with fewer questions. One statement keeps all claims of this node alive, and while this node holds
 * every segment of every processor, there is none to look for: twice a second and processor would Axon ask.
 */
final class Claims extends JdbcTokenStore {

    private record Claim(String processor, int segment) {}

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private static final String EXTEND = """
            update ledger.token set touched = ? where (processor, segment) in (
              select processor, segment from ledger.token where owner = ? for update skip locked)
            returning processor, segment, (
              select exists (select from ledger.token where owner is distinct from ? and processor = any (?)))""";
    private static final String HELD_BY_OTHERS =
            "select exists (select from ledger.token where owner is distinct from ? and processor = any (?))";

    private final ConnectionProvider connections;
    private final String node;
    private final long extendEvery;
    private Set<Claim> extended = Set.of();
    private long extendedAt;
    private long lookedAt;
    private boolean allOurs;
    private final Set<String> processors = new HashSet<>();

    Claims(Builder builder, ConnectionProvider connections, String node, Duration extendEvery) {
        super(builder);
        this.connections = connections;
        this.node = node;
        this.extendEvery = extendEvery.toNanos();
    }

    /** What it writes as the owner of its claims. */
    String node() {
        return node;
    }

    @Override
    public void extendClaim(String processor, int segment) {
        if (!isExtended(new Claim(processor, segment))) {
            super.extendClaim(processor, segment);
        }
    }

    /** A claim that is just being written is fresh anyway; that one is asked for alone. */
    private synchronized boolean isExtended(Claim claim) {
        long now = System.nanoTime();
        if (!extended.contains(claim) || now - extendedAt > extendEvery) {
            extended = extendAll(now);
            extendedAt = now;
        }
        return extended.contains(claim);
    }

    /** Sees by the way whether there is anything to claim. */
    private Set<Claim> extendAll(long now) {
        Set<Claim> claims = new HashSet<>();
        try (Connection connection = connections.getConnection();
                PreparedStatement update = connection.prepareStatement(EXTEND)) {
            update.setString(1, DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()));
            update.setString(2, node);
            update.setString(3, node);
            update.setArray(4, connection.createArrayOf("text", processors.toArray()));
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    claims.add(new Claim(rows.getString(1), rows.getInt(2)));
                    allOurs = !rows.getBoolean(3);
                    lookedAt = now;
                }
            }
        } catch (SQLException e) {
            throw new JdbcException("claims could not be extended", e);
        }
        return claims;
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return nothingToClaim(processor) ? List.of() : super.fetchAvailableSegments(processor);
    }

    private synchronized boolean nothingToClaim(String processor) {
        long now = System.nanoTime();
        boolean known = !processors.add(processor);
        if (!known || now - lookedAt > LOOK_EVERY.toNanos()) {
            allOurs = !heldByOthers();
            lookedAt = now;
        }
        return known && allOurs;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken first) {
        super.initializeTokenSegments(processor, segments, first);
        forget();
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        super.initializeSegment(token, processor, segment);
        forget();
    }

    @Override
    public void deleteToken(String processor, int segment) {
        super.deleteToken(processor, segment);
        forget();
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        super.releaseClaim(processor, segment);
        forget();
    }

    /** Now, and again when it is committed, for somebody may look in between. */
    private void forget() {
        forgetNow();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forgetNow();
                }
            });
        }
    }

    private synchronized void forgetNow() {
        processors.clear();
        extended = Set.of();
    }

    private boolean heldByOthers() {
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(HELD_BY_OTHERS)) {
            select.setString(1, node);
            select.setArray(2, connection.createArrayOf("text", processors.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new JdbcException("claims could not be read", e);
        }
    }
}
