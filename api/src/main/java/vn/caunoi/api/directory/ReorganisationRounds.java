package vn.caunoi.api.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Rounds;

/**
 * Looks every {@code caunoi.reorganisations.every} (twenty seconds; zero: never) whether a reorganisation has come to its
 * day, and carries it out, on one node at a time. A round that fails is gone on with by the next one.
 */
@Component
class ReorganisationRounds extends Rounds {

    private static final long LOCK = 0x72656f7267L;

    private final CarryingOut carryingOut;
    private final DataSource database;

    ReorganisationRounds(
            CarryingOut carryingOut,
            DataSource database,
            @Value("${caunoi.reorganisations.every:PT20S}") Duration every) {
        super("reorganisations", every, every);
        this.carryingOut = carryingOut;
        this.database = database;
    }

    @Override
    protected void round() {
        try (Connection held = database.getConnection()) {
            if (!ask(held, "select pg_try_advisory_lock(?)")) return;
            try {
                carryingOut.round(Integer.MAX_VALUE);
            } finally {
                ask(held, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("reorganisations cannot be looked for", failed);
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
}
