package vn.caunoi.api.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;

/** Which cases of which form were taken up, and what became of them. */
@Component
class BulkRows implements Upkeep {

    private static final Duration KEPT = Duration.ofDays(30);

    /** Whose form it is, and for which case. */
    record Key(String form, OfficerId officer, PetitionId petition) {}

    /** @param done null where it was taken up and nothing more is known; {@code why} it was refused */
    record Outcome(@Nullable Boolean done, @Nullable String why) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it is the first time. */
    boolean take(Key key) {
        return keyed(
                                "insert into vault.bulk_act (form, officer, petition, at) values (:form, :officer, :petition, :at)"
                                        + " on conflict do nothing",
                                key)
                        .param("at", time(clock.instant()))
                        .update()
                == 1;
    }

    void settle(Key key, @Nullable String refused) {
        keyed(
                        "update vault.bulk_act set done = :done, why = :why"
                                + " where form = :form and officer = :officer and petition = :petition",
                        key)
                .param("done", refused == null)
                .param("why", refused)
                .update();
    }

    Outcome outcome(Key key) {
        return keyed(
                        "select done, why from vault.bulk_act where form = :form and officer = :officer and petition = :petition",
                        key)
                .query(BulkRows::read)
                .single();
    }

    private JdbcClient.StatementSpec keyed(String sql, Key key) {
        return jdbc.sql(sql)
                .param("form", key.form())
                .param("officer", key.officer().value())
                .param("petition", key.petition().value());
    }

    private static Outcome read(ResultSet row, int number) throws SQLException {
        boolean done = row.getBoolean("done");
        return new Outcome(row.wasNull() ? null : done, row.getString("why"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.bulk_act where at < ?")
                .param(time(clock.instant().minus(KEPT)))
                .update();
    }
}
