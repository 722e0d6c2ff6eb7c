package vn.caunoi.api.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;

/** What officers are to be told, and what became of it: one for each event and officer. */
@Component
public class Notices implements Upkeep {

    private static final Duration KEPT = Duration.ofDays(60);

    /** @param petition null for what is about no case, or one the officer does not see */
    public record Notice(
            String id,
            OfficerId officer,
            NoticeTopic topic,
            @Nullable PetitionId petition,
            @Nullable String code,
            @Nullable Instant due,
            Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once under its id. */
    public void note(Notice notice) {
        PetitionId petition = notice.petition();
        Instant due = notice.due();
        jdbc.sql("insert into vault.notice (id, officer, topic, petition, code, due, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(notice.id())
                .param(notice.officer().value())
                .param(notice.topic().name())
                .param(petition == null ? null : petition.value())
                .param(notice.code())
                .param(due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param(notice.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that were not told yet, the oldest first. */
    List<Notice> waiting(int most) {
        return jdbc.sql("select * from vault.notice where settled is null order by at, id limit ?")
                .param(most)
                .query(Notices::notice)
                .list();
    }

    /** @param problem word for why it could not be told; null when it was */
    void settle(Collection<Notice> notices, @Nullable String problem) {
        jdbc.sql("update vault.notice set settled = ?, problem = ? where id = any(?) and settled is null")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(problem)
                .param(notices.stream().map(Notice::id).toArray(String[]::new))
                .update();
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.notice where at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        String petition = row.getString("petition");
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return new Notice(
                row.getString("id"),
                new OfficerId(row.getString("officer")),
                NoticeTopic.valueOf(row.getString("topic")),
                petition == null ? null : new PetitionId(petition),
                row.getString("code"),
                due == null ? null : due.toInstant(),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant());
    }
}
