package vn.caunoi.api.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Upkeep;

/** Tries to send a message: whose turn it is, how often it was tried, when it may be again. */
@Component
public class Deliveries implements Upkeep {

    /** Longer than any server may take to answer; then another node may try. */
    private static final Duration TURN = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;
    private static final Duration KEPT = Duration.ofDays(30);

    /** @param sent it was handed over already, and only that is not recorded yet */
    public record Try(int number, Instant first, boolean sent) {}

    private final JdbcClient jdbc;
    private final java.time.Clock clock;

    Deliveries(JdbcClient jdbc, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When messages began to be sent: now, when this is asked for the first time. */
    Instant since(String carrier) {
        jdbc.sql("insert into vault.delivery_start (carrier, at) values (:carrier, :now) on conflict do nothing")
                .param("carrier", carrier)
                .param("now", now())
                .update();
        return jdbc.sql("select at from vault.delivery_start where carrier = :carrier")
                .param("carrier", carrier)
                .query((row, number) -> time(row, 1))
                .single();
    }

    /** When messages began to be sent; empty while they are not. */
    Optional<Instant> started(String carrier) {
        return jdbc.sql("select at from vault.delivery_start where carrier = :carrier")
                .param("carrier", carrier)
                .query((row, number) -> time(row, 1))
                .optional();
    }

    /** Takes the turn for a message; empty while somebody else has it, or it is not to be tried again yet. */
    public Optional<Try> begin(String message) {
        return jdbc.sql("""
                        insert into vault.delivery as d (message, tries, first_at, next_at)
                        values (:message, 1, :now, :until)
                        on conflict (message) do update set tries = d.tries + 1, next_at = excluded.next_at
                         where d.next_at <= :now
                        returning tries, first_at, sent_at is not null""")
                .param("message", message)
                .param("now", now())
                .param("until", now().plus(TURN))
                .query((row, number) -> new Try(row.getInt(1), time(row, 2), row.getBoolean(3)))
                .optional();
    }

    public void sent(String message) {
        jdbc.sql("update vault.delivery set sent_at = :now where message = :message")
                .param("message", message)
                .param("now", now())
                .update();
    }

    /** It may be tried again after a pause, which doubles each time. */
    public void again(String message, int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        jdbc.sql("update vault.delivery set next_at = :next where message = :message")
                .param("message", message)
                .param("next", now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause))
                .update();
    }

    /** As if it had never been tried. */
    void forget(String message) {
        jdbc.sql("delete from vault.delivery where message = :message")
                .param("message", message)
                .update();
    }

    /** Long after the record tells what became of them. */
    @Override
    public void tidy() {
        jdbc.sql("delete from vault.delivery where next_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
