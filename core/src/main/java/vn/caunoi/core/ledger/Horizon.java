package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the record can be read without missing what is still being written. A writer announces, before it draws
 * positions, that all of them will lie above the last one it saw drawn: a shared advisory lock to the end of its
 * transaction. The first key of the lock is a mark and the position's upper 16 bits, the second its lower 32.
 */
final class Horizon {

    /** "le": the upper half of the first key; tells these locks from all others. */
    private static final int MARK = 0x6c650000;

    private static final String DRAWN =
            "select case when is_called then last_value else 0 end as position from ledger.event_position";

    static final String ANNOUNCE = """
            select pg_advisory_xact_lock_shared((%d + (position >> 32))::int,
                     (((position & 4294967295) # 2147483648) - 2147483648)::int)
            from (%s) as drawn""".formatted(MARK, DRAWN);

    private static final String ANNOUNCED = """
            select coalesce(min(((classid::bigint - %d) << 32) + objid::bigint), %d) from pg_locks
            where locktype = 'advisory' and objsubid = 2 and granted and classid::bigint between %d and %d
              and database = (select oid from pg_database where datname = current_database())""".formatted(MARK, Long.MAX_VALUE, MARK, MARK + 0xffffL);

    private final AtomicLong reached = new AtomicLong();

    /** Nothing at or below it can appear any more; found earlier, so perhaps not the last such position. */
    long reached() {
        return reached.get();
    }

    /** Looks anew. The order of the two questions matters, and what is read up to here is to be read afterwards. */
    long look(Connection connection) throws SQLException {
        long drawn = drawn(connection);
        long horizon = Math.min(drawn, number(connection, ANNOUNCED));
        return reached.accumulateAndGet(horizon, Math::max);
    }

    static long drawn(Connection connection) throws SQLException {
        return number(connection, DRAWN);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
