package vn.caunoi.api.designer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which batches somebody works on, or is about to: told to all nodes by locks of the database, which are free when a node is
 * no more. All of one node are held by one connection, however many there are.
 */
@Component
class BatchLocks {

    private static final String KEY = "hashtextextended('migration ' || ?, 0)";
    private static final int ALIVE_SECONDS = 5;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Set<String> ours = new HashSet<>();
    private @Nullable Connection session;

    BatchLocks(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** On this node or another. */
    boolean isTaken(String batch) {
        return jdbc.sql("""
                        select exists (select from pg_locks l, (select hashtextextended('migration ' || ?, 0) as key) k
                          where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                            and l.database = (select oid from pg_database where datname = current_database())
                            and (l.classid::bigint << 32 | l.objid::bigint) = k.key)""").param(batch).query(Boolean.class).single();
    }

    /** False when somebody has it, here or elsewhere. */
    synchronized boolean take(String batch) {
        if (ours.contains(batch)) return false;
        try {
            if (!ask(open(), "select pg_try_advisory_lock(" + KEY + ")", batch)) return false;
            return ours.add(batch);
        } catch (SQLException failed) {
            throw new IllegalStateException("the migration cannot be locked", failed);
        } finally {
            closeUnused();
        }
    }

    synchronized void giveBack(String batch) {
        if (!ours.remove(batch)) return;
        try {
            Connection held = session;
            if (held != null) ask(held, "select pg_advisory_unlock(" + KEY + ")", batch);
        } catch (SQLException gone) {
            // a connection that is no more holds no lock
            close();
        } finally {
            closeUnused();
        }
    }

    private Connection open() throws SQLException {
        Connection held = session;
        if (held != null && held.isValid(ALIVE_SECONDS)) return held;
        close();
        Connection opened = database.getConnection();
        session = opened;
        // the locks went with the connection that is no more; what is worked on here stays ours
        for (String batch : ours) ask(opened, "select pg_try_advisory_lock(" + KEY + ")", batch);
        return opened;
    }

    private void closeUnused() {
        if (ours.isEmpty()) close();
    }

    private void close() {
        Connection held = session;
        session = null;
        if (held == null) return;
        try {
            held.close();
        } catch (SQLException gone) {
            // as it was meant to be
            return;
        }
    }

    private static boolean ask(Connection connection, String question, String batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, batch);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
