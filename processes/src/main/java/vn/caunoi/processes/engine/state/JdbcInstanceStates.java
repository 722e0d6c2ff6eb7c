package vn.caunoi.processes.engine.state;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** In table {@code engine.instance}; one statement for any number of instances. */
final class JdbcInstanceStates implements InstanceStates {

    static final String WRITE = """
            insert into engine.instance as kept (instance, version, state)
            select * from unnest(?::uuid[], ?::int[], ?::bytea[])
            on conflict (instance) do update set version = excluded.version, state = excluded.state
            where kept.version = excluded.version - 1""";
    static final String REMOVE = """
            delete from engine.instance kept using unnest(?::uuid[], ?::int[]) over (instance, version)
            where kept.instance = over.instance and kept.version = over.version""";

    private final JdbcOperations jdbc;

    JdbcInstanceStates(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, StoredState> read(Collection<String> instances) {
        Map<String, StoredState> found = new HashMap<>();
        if (instances.isEmpty()) return found;
        jdbc.query(
                "select instance::text, version, state from engine.instance where instance = any(?::uuid[])",
                row -> {
                    StoredState state = new StoredState(row.getString(1), row.getInt(2), row.getBytes(3));
                    found.put(state.instance(), state);
                },
                (Object) instances.toArray(String[]::new));
        return found;
    }

    @Override
    public void write(Collection<StoredState> states) {
        List<StoredState> all = List.copyOf(states);
        if (all.isEmpty()) return;
        byte[][] bytes = all.stream().map(StoredState::bytes).toArray(byte[][]::new);
        change(all, WRITE, connection -> connection.createArrayOf("bytea", bytes));
    }

    @Override
    public void remove(Collection<StoredState> states) {
        List<StoredState> all = List.copyOf(states);
        if (all.isEmpty()) return;
        change(all, REMOVE, connection -> null);
    }

    private interface More {
        @Nullable Array from(Connection connection) throws SQLException;
    }

    private void change(List<StoredState> states, String sql, More more) {
        Integer changed = jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                states.stream().map(StoredState::instance).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "int4",
                                states.stream().map(StoredState::version).toArray()));
                Array third = more.from(connection);
                if (third != null) statement.setArray(3, third);
                return statement.executeUpdate();
            }
        });
        if (changed == null || changed != states.size())
            throw new OptimisticLockingException("an instance was moved by somebody else meanwhile");
    }
}
