package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When it was last checked that no overdue case is unnoticed, on whichever node, and what was found. */
@Component
public class OverdueChecks {

    /**
     * @param at by the business clock; {@code ago} how long ago that was for the machine
     * @param overdue open cases past a limit
     * @param found those of them that had risen to nobody
     * @param unnoticed those left when all that could be done was done
     */
    public record Checked(Instant at, Duration ago, long overdue, long found, long unnoticed) {}

    private final JdbcClient jdbc;

    public OverdueChecks(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** Whether it is this node's turn: nobody has begun within that time. */
    public boolean begin(Duration interval) {
        return jdbc.sql("""
                        insert into views.overdue_check (one, begun) values (true, clock_timestamp())
                        on conflict (one) do update set begun = excluded.begun
                        where overdue_check.begun <= excluded.begun - make_interval(secs => :seconds)""").param("seconds", interval.toMillis() / 1000.0).update() > 0;
    }

    public void ended(Instant at, long overdue, long found, long unnoticed) {
        jdbc.sql("""
                        update views.overdue_check set ran = clock_timestamp(), at = :at, overdue = :overdue,
                          found = :found, unnoticed = :unnoticed""")
                .param("at", time(at))
                .param("overdue", overdue)
                .param("found", found)
                .param("unnoticed", unnoticed)
                .update();
    }

    /** Empty until one has ended. */
    public Optional<Checked> last() {
        return jdbc.sql("""
                        select at, extract(epoch from clock_timestamp() - ran) as ago, overdue, found, unnoticed
                          from views.overdue_check where ran is not null""")
                .query((row, n) -> new Checked(
                        Objects.requireNonNull(time(row, "at")),
                        Duration.ofMillis((long) (row.getDouble("ago") * 1000)),
                        row.getLong("overdue"),
                        row.getLong("found"),
                        row.getLong("unnoticed")))
                .optional();
    }
}
