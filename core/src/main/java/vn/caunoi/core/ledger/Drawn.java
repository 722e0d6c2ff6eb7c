package vn.caunoi.core.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The positions that the events of an append were given, as the database answers them. */
final class Drawn {

    private final List<Appending.Draft> drafts;
    private final long[] positions;
    private int answered;
    private boolean inOrder = true;

    private Drawn(List<Appending.Draft> drafts) {
        this.drafts = drafts;
        this.positions = new long[drafts.size()];
    }

    static Drawn of(Appending.Tied tied) {
        return new Drawn(tied.batch().drafts());
    }

    /** Nobody wants to know. */
    static Drawn unasked() {
        return new Drawn(List.of());
    }

    boolean isWanted() {
        return !drafts.isEmpty();
    }

    /** Answers how many events the first of the inserts wrote. */
    int read(PreparedStatement statement, int inserts) throws SQLException {
        int first = read(statement);
        for (int insert = 1; insert < inserts; insert++) {
            statement.getMoreResults();
            read(statement);
        }
        return first;
    }

    private int read(PreparedStatement statement) throws SQLException {
        int before = answered;
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                Appending.Draft draft = drafts.get(answered);
                inOrder &= draft.stream().equals(rows.getObject(2, UUID.class)) && draft.sequence() == rows.getInt(3);
                positions[answered++] = rows.getLong(1);
            }
        }
        return answered - before;
    }

    /** In the order of the events; empty when the database answered in another, or not of all. */
    long[] positions() {
        return inOrder && answered == positions.length ? positions : new long[0];
    }
}
