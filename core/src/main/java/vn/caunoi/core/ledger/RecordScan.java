package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Copies events out of the table. */
final class RecordScan {
    private static final int SIGNATURE = 11;

    interface Rows {
        /** A row's fields, from a place on. */
        void row(byte[] bytes, int from);
    }

    private final Connection connection;

    RecordScan(Connection connection) {
        this.connection = connection;
    }

    void copy(String columns, String condition, Rows rows) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from ledger.event where %s) to stdout (format binary)"
                        .formatted(columns, condition));
        boolean first = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            int from = first ? headerLength(message) : 0;
            first = false;
            // the last message is a count of -1 instead of a row
            if (message.length - from > 2) rows.row(message, from + 2);
        }
    }

    /** Signature, flags, and an extension behind its length. */
    private static int headerLength(byte[] first) {
        return SIGNATURE + 8 + ByteBuffer.wrap(first).getInt(SIGNATURE + 4);
    }
}
