package vn.caunoi.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** One rebuild of a read model at a time, on whatever node; given back by the database when its holder is killed. */
final class RebuildLock implements AutoCloseable {
    private final Connection holder;
    private final String name;

    private RebuildLock(Connection holder, String name) {
        this.holder = holder;
        this.name = name;
    }

    static Optional<RebuildLock> tryTo(DataSource database, String model) {
        try {
            Connection connection = database.getConnection();
            RebuildLock lock = new RebuildLock(connection, "rebuild of " + model);
            if (lock.ask("select pg_try_advisory_lock(hashtextextended(?, 0))")) return Optional.of(lock);
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of a rebuild cannot be taken", e);
        }
    }

    private boolean ask(String question) throws SQLException {
        try (PreparedStatement statement = holder.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (Connection connection = holder) {
            if (!connection.isClosed()) ask("select pg_advisory_unlock(hashtextextended(?, 0))");
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of a rebuild cannot be given back", e);
        }
    }
}
