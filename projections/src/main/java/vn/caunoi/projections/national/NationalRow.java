package vn.caunoi.projections.national;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.NationalEvent;
import vn.caunoi.core.petition.NationalEvent.RefusedByNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.SentToNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.TakenByNationalDatabase;

/** How one petition stands, while it is being changed. A number once given stays. */
final class NationalRow {
    final String petition;
    NationalState state = NationalState.NOT_SENT;
    Instant since = Instant.EPOCH;

    @Nullable String number;

    @Nullable String reason;

    @Nullable String connector;

    @Nullable String batch;

    long version = -1;

    NationalRow(String petition) {
        this.petition = petition;
    }

    static NationalRow read(ResultSet row, int number) throws SQLException {
        NationalRow read = new NationalRow(row.getString("petition"));
        read.state = NationalState.valueOf(row.getString("state"));
        read.since = Objects.requireNonNull(time(row, "since"));
        read.number = row.getString("number");
        read.reason = row.getString("reason");
        read.connector = row.getString("connector");
        read.batch = row.getString("batch");
        read.version = row.getLong("version");
        return read;
    }

    void take(NationalEvent event, Instant at) {
        since = at;
        switch (event) {
            case SentToNationalDatabase e -> {
                state = NationalState.SENT;
                connector = e.connector();
                batch = e.batch();
                reason = null;
            }
            case TakenByNationalDatabase e -> {
                state = NationalState.TAKEN;
                number = e.number();
                reason = null;
            }
            case RefusedByNationalDatabase e -> {
                state = NationalState.REFUSED;
                reason = e.reason().clear();
            }
        }
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {petition, state.name(), number, reason, connector, batch, time(since), version};
    }
}
