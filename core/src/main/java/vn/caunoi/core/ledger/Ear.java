package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.jdbc.PgConnection;

/**
 * Hears other nodes say that they wrote, on one connection kept for it. Whether it hears is proved by a word to itself,
 * at first and after each silence: through a pooler that lends connections by the transaction it never would.
 */
final class Ear {

    private static final String CHANNEL = "caunoi_ledger";

    /** Not flushed: nothing is lost if a crash takes the word along. */
    private static final String TELL = """
            select set_config('synchronous_commit', 'off', true), pg_notify('%s', ?)""".formatted(CHANNEL);

    private static final long SILENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long PROOF_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    /** How long it listens before it sees that it is to stop; the database is asked nothing. */
    private static final int LISTEN_MILLIS = 500;

    private final DataSource database;
    private final Runnable heard;
    private final String node = UUID.randomUUID().toString();
    private volatile boolean hears;
    private @Nullable Thread listening;

    /** @param heard called when another node wrote, and when it may have and was not heard */
    Ear(DataSource database, Runnable heard) {
        this.database = database;
        this.heard = heard;
    }

    boolean hears() {
        return hears;
    }

    synchronized void start() {
        if (listening != null) return;
        Thread thread = Thread.ofPlatform().daemon().name("ledger-ear").unstarted(this::listen);
        listening = thread;
        thread.start();
    }

    synchronized void stop() {
        Thread ended = listening;
        listening = null;
        LockSupport.unpark(ended);
    }

    /** Says to the other nodes that something was written here, on a connection outside of all writing. */
    void tell(Connection connection) throws SQLException {
        try (PreparedStatement word = connection.prepareStatement(TELL)) {
            word.setString(1, node);
            word.execute();
        }
    }

    private void listen() {
        while (isWanted()) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException away) {
                // the lookout asks more often meanwhile, and the next try may find it again
                hears = false;
            }
            if (isWanted()) LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            PgConnection plain = connection.unwrap(PgConnection.class);
            try {
                hear(connection, plain);
            } finally {
                hears = false;
                heard.run();
                if (!plain.isClosed()) statement.execute("unlisten *");
            }
        }
    }

    private void hear(Connection connection, PGConnection ear) throws SQLException {
        while (isProved(connection, ear)) {
            if (!hears) heard.run();
            hears = true;
            hearUntilSilent(ear);
        }
    }

    private boolean isProved(Connection connection, PGConnection ear) throws SQLException {
        if (!isWanted()) return false;
        tell(connection);
        long began = System.nanoTime();
        boolean proved = false;
        while (!proved && isWanted() && System.nanoTime() - began < PROOF_NANOS)
            proved = take(ear).own();
        return proved;
    }

    private void hearUntilSilent(PGConnection ear) throws SQLException {
        long last = System.nanoTime();
        while (isWanted() && System.nanoTime() - last < SILENCE_NANOS)
            if (take(ear).any()) last = System.nanoTime();
    }

    private record Taken(boolean any, boolean own) {}

    private Taken take(PGConnection ear) throws SQLException {
        PGNotification[] words = ear.getNotifications(LISTEN_MILLIS);
        boolean own = false;
        boolean others = false;
        for (PGNotification word : words == null ? new PGNotification[0] : words) {
            if (word.getParameter().equals(node)) own = true;
            else others = true;
        }
        if (others) heard.run();
        return new Taken(own || others, own);
    }

    private synchronized boolean isWanted() {
        return listening == Thread.currentThread();
    }
}
