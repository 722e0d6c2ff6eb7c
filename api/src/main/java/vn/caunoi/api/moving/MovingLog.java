package vn.caunoi.api.moving;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who moved what in and out, and when. It lies in the vault, for it cannot be built again from events. */
@Component
public class MovingLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    MovingLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** What was done. */
    public enum What {
        IN,
        DRY_RUN,
        OUT,
        NATIONAL_OUT,
        NATIONAL_IN
    }

    /**
     * @param by account, or {@code system:console}
     * @param file its name; {@code source} the register or connector
     * @param ended null while it goes on, or when the program was stopped meanwhile
     */
    public record Entry(
            String id,
            Instant begun,
            String by,
            What what,
            String file,
            String source,
            long lines,
            long taken,
            long already,
            long wrong,
            @Nullable Instant ended) {}

    public String begin(String by, What what, String file, String source) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into vault.moving (id, begun, by, what, file, source, lines, taken, already, wrong)
                        values (:id, :begun, :by, :what, :file, :source, 0, 0, 0, 0)""")
                .param("id", id)
                .param("begun", time(clock.instant()))
                .param("by", by)
                .param("what", what.name())
                .param("file", file.length() > 200 ? file.substring(0, 200) : file)
                .param("source", source)
                .update();
        return id;
    }

    public void end(String id, long lines, long taken, long already, long wrong) {
        jdbc.sql("""
                        update vault.moving set lines = :lines, taken = :taken, already = :already, wrong = :wrong,
                               ended = :ended where id = :id""")
                .param("lines", lines)
                .param("taken", taken)
                .param("already", already)
                .param("wrong", wrong)
                .param("ended", time(clock.instant()))
                .param("id", id)
                .update();
    }

    /** The last ones first. */
    public List<Entry> last(int most) {
        return jdbc.sql("select * from vault.moving order by begun desc, id limit :most")
                .param("most", most)
                .query(MovingLog::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Entry(
                row.getString("id"),
                row.getObject("begun", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                What.valueOf(row.getString("what")),
                row.getString("file"),
                row.getString("source"),
                row.getLong("lines"),
                row.getLong("taken"),
                row.getLong("already"),
                row.getLong("wrong"),
                ended == null ? null : ended.toInstant());
    }
}
