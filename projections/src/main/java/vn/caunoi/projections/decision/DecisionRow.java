package vn.caunoi.projections.decision;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.PetitionEvent;

/** What followed one decision, while it is being changed. */
final class DecisionRow {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final String petition;
    Consequences told = Consequences.NONE;
    Instant since = Instant.EPOCH;
    long version = -1;

    DecisionRow(String petition) {
        this.petition = petition;
    }

    static DecisionRow read(ResultSet row, int number) throws SQLException {
        DecisionRow read = new DecisionRow(row.getString("petition"));
        read.told = JSON.readValue(row.getString("told"), Consequences.class);
        read.since = Objects.requireNonNull(time(row, "since"));
        read.version = row.getLong("version");
        return read;
    }

    void take(PetitionEvent event, Instant at) {
        DecisionState before = state();
        told = told.after(event);
        if (state() != before) since = at;
    }

    private @Nullable DecisionState state() {
        return told.state().orElse(null);
    }

    private @Nullable Instant due() {
        return told.firstOwed().map(DueDate::endOf).orElse(null);
    }

    @Nullable Object[] values() {
        DecisionState state = state();
        return new @Nullable Object[] {
            petition,
            state == null ? null : state.name(),
            time(since),
            told.effectiveOn(),
            time(due()),
            told.suit() == null ? null : told.suit().court(),
            JSON.writeValueAsString(told),
            version
        };
    }
}
