package vn.caunoi.projections.consult;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.ConsultEvent.*;
import vn.caunoi.core.petition.ConsultState;

/** Where a consult stands, while it is being changed. */
final class ConsultRow {
    final String id;
    final String petition;
    final String asking;
    final String officer;
    final @Nullable String unit;
    final Instant asked;
    final Instant due;
    ConsultState state = ConsultState.ASKED;
    boolean near;
    boolean missed;
    int level;
    int link;

    @Nullable Instant until;

    boolean mailed;

    @Nullable String mail;

    /** Sequence of the last event that was taken. */
    long version;

    ConsultRow(ConsultAsked e, Instant at) {
        id = e.consult().value();
        petition = e.petition().value();
        asking = e.asking().value();
        officer = e.officer().value();
        unit = e.unit() == null ? null : e.unit().value();
        asked = at;
        due = e.due();
    }

    private ConsultRow(ResultSet row) throws SQLException {
        id = row.getString("id");
        petition = row.getString("petition");
        asking = row.getString("asking");
        officer = row.getString("officer");
        unit = row.getString("unit");
        asked = Objects.requireNonNull(time(row, "asked"));
        due = Objects.requireNonNull(time(row, "due"));
        state = ConsultState.valueOf(row.getString("state"));
        near = row.getBoolean("near");
        missed = row.getBoolean("missed");
        level = row.getInt("level");
        link = row.getInt("link");
        until = time(row, "until");
        mailed = row.getBoolean("mailed");
        mail = row.getString("mail");
        version = row.getLong("version");
    }

    static ConsultRow read(ResultSet row, int number) throws SQLException {
        return new ConsultRow(row);
    }

    void take(ConsultEvent event) {
        switch (event) {
            case ConsultAsked e -> {}
            case ConsultLinkIssued e -> {
                link = e.link();
                until = e.until();
                mailed = e.mailed();
                mail = e.mailed() ? Consults.ASKED : null;
            }
            case ConsultLinkRevoked e -> {
                until = null;
                mail = null;
            }
            case ConsultLinkMailed e -> mail = null;
            case ConsultLinkUndelivered e -> mail = null;
            case ConsultApproaching e -> {
                near = true;
                if (mailed && until != null) mail = Consults.REMINDED;
            }
            case ConsultMissed e -> missed = true;
            case ConsultEscalated e -> level = e.level();
            case ConsultAnswered e -> end(ConsultState.ANSWERED);
            case ConsultDeclined e -> end(ConsultState.DECLINED);
            case ConsultWithdrawn e -> end(ConsultState.WITHDRAWN);
        }
    }

    private void end(ConsultState as) {
        state = as;
        mail = null;
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            id,
            petition,
            asking,
            officer,
            unit,
            state.name(),
            time(asked),
            time(due),
            near,
            missed,
            level,
            link,
            time(until),
            mailed,
            mail,
            version
        };
    }
}
