package vn.caunoi.api.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every {@code caunoi.reorganisations.every} (twenty seconds; zero: never) whether a reorganisation has come to its
 * day, and carries it out, on one node at a time.
 */
@Component
class ReorganisationRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReorganisationRounds.class);
    private static final long LOCK = 0x72656f7267L;

    private final CarryingOut carryingOut;
    private final DataSource database;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;

    ReorganisationRounds(
            CarryingOut carryingOut,
            DataSource database,
            @Value("${caunoi.reorganisations.every:PT20S}") Duration every) {
        this.carryingOut = carryingOut;
        this.database = database;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (every.isZero() || rounds != null) return;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reorganisations").daemon().factory());
        Future<?> unused =
                started.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    private void round() {
        try (Connection held = database.getConnection()) {
            if (!ask(held, "select pg_try_advisory_lock(?)")) return;
            try {
                carryingOut.round(Integer.MAX_VALUE);
            } finally {
                ask(held, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException | RuntimeException failed) {
            // an executor drops a task that throws; the next round goes on where this one stopped
            LOG.warn("a round of reorganisations failed", failed);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = rounds;
        rounds = null;
        if (running != null) running.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
