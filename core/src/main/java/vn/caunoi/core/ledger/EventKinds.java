package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers of those events that are wanted. A name that no class has is wanted too: an upcaster may know it. */
final class EventKinds {

    /** @param type null for one that only an upcaster can read: not of this program's, or of an older revision */
    record Kind(
            EventNames.Name name,
            @org.jspecify.annotations.Nullable Class<?> type) {}

    private final Map<Integer, Kind> byNumber = new HashMap<>();

    private EventKinds() {}

    static EventKinds read(Connection connection, StoredNames names, Wanted wanted) throws SQLException {
        EventKinds kinds = new EventKinds();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, name, revision, kind from ledger.event_name")) {
            while (row.next()) {
                var name = new EventNames.Name(row.getString(2), row.getString(3), row.getString(4));
                kinds.add(row.getInt(1), name, names, wanted);
            }
        }
        return kinds;
    }

    private void add(int number, EventNames.Name name, StoredNames names, Wanted wanted) {
        Class<?> type = names.find(name.name()).orElse(null);
        if (type == null) {
            byNumber.put(number, new Kind(name, null));
        } else if (wanted.includes(type)) {
            boolean current =
                    Integer.toString(StoredNames.nameOf(type).revision()).equals(name.revision());
            byNumber.put(number, new Kind(name, current ? type : null));
        }
    }

    Kind of(int number) {
        Kind kind = byNumber.get(number);
        if (kind == null) throw new IllegalStateException("the record answered an event that was not asked for");
        return kind;
    }

    boolean needUpcasting() {
        return byNumber.values().stream().anyMatch(kind -> kind.type() == null);
    }

    /** As an array of PostgreSQL. */
    String numbers() {
        return byNumber.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
    }
}
