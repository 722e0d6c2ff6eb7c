package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbers that stand for names in the table of events. A number given in a transaction that is still open is not
 * remembered: it could be rolled back and then mean nothing. Two writers may give a name two numbers, so that neither
 * has to wait for the other's transaction.
 */
final class EventNames {

    /** @param kind of the aggregate, absent for an event of none */
    record Name(
            String name,
            @Nullable String revision,
            @Nullable String kind) {}

    private final Map<Name, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Name> names = new ConcurrentHashMap<>();

    int numberOf(Connection connection, Name name) throws SQLException {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        for (Map.Entry<Integer, Name> entry : lookUp(connection).entrySet()) {
            if (entry.getValue().equals(name)) return entry.getKey();
        }
        return register(connection, name);
    }

    Name nameOf(Connection connection, int number) throws SQLException {
        Name known = names.get(number);
        if (known == null) {
            known = lookUp(connection).get(number);
        }
        if (known == null) {
            throw new SQLException("the ledger has no name number " + number);
        }
        return known;
    }

    private Map<Integer, Name> lookUp(Connection connection) throws SQLException {
        Map<Integer, Name> found = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select id, name, revision, kind from ledger.event_name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getInt(1), new Name(rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        if (!TransactionSynchronizationManager.hasResource(this)) {
            names.putAll(found);
            found.forEach((number, name) -> numbers.put(name, number));
        }
        return found;
    }

    private int register(Connection connection, Name name) throws SQLException {
        forgetUntilCommitted();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger.event_name (name, revision, kind) values (?, ?, ?) returning id")) {
            insert.setString(1, name.name());
            insert.setString(2, name.revision());
            insert.setString(3, name.kind());
            try (ResultSet number = insert.executeQuery()) {
                number.next();
                return number.getInt(1);
            }
        }
    }

    private void forgetUntilCommitted() {
        boolean open = TransactionSynchronizationManager.isSynchronizationActive();
        if (open && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResource(EventNames.this);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(EventNames.this, true);
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(EventNames.this);
                }
            });
        }
    }
}
