package vn.caunoi.projections.direction;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.DirectionEvent;
import vn.caunoi.core.petition.DirectionEvent.*;

/** Where a direction stands, while it is being changed. */
final class DirectionRow {
    final String id;
    final String petition;
    final int no;
    final String giver;
    final Instant given;
    final String unit;
    final @Nullable String officer;
    final Instant due;
    DirectionState state = DirectionState.OPEN;

    @Nullable Instant ended;

    /** Sequence of the last event that was taken. */
    long version;

    DirectionRow(DirectionGiven e, Instant at) {
        id = id(e);
        petition = e.petition().value();
        no = e.direction();
        giver = e.by().value();
        given = at;
        unit = e.unit().value();
        officer = e.officer() == null ? null : e.officer().value();
        due = DueDate.endOf(e.doBy());
    }

    private DirectionRow(ResultSet row) throws SQLException {
        id = row.getString("id");
        petition = row.getString("petition");
        no = row.getInt("no");
        giver = row.getString("giver");
        given = Objects.requireNonNull(time(row, "given"));
        unit = row.getString("unit");
        officer = row.getString("officer");
        due = Objects.requireNonNull(time(row, "due"));
        state = DirectionState.valueOf(row.getString("state"));
        ended = time(row, "ended");
        version = row.getLong("version");
    }

    static DirectionRow read(ResultSet row, int number) throws SQLException {
        return new DirectionRow(row);
    }

    static String id(DirectionEvent event) {
        return event.petition().value() + "/" + event.direction();
    }

    void take(DirectionEvent event, Instant at) {
        switch (event) {
            case DirectionGiven e -> {}
            case DirectionDone e -> end(DirectionState.DONE, at);
            case DirectionEnded e -> end(DirectionState.ENDED, at);
        }
    }

    private void end(DirectionState as, Instant at) {
        state = as;
        ended = at;
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            id, petition, no, giver, time(given), unit, officer, time(due), state.name(), time(ended), version
        };
    }
}
