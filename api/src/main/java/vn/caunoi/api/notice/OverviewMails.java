package vn.caunoi.api.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;

/** Who is still to be written to this morning: each at most once a day, whatever node writes and however often it starts. */
@Component
class OverviewMails implements Upkeep {

    private static final Period KEPT = Period.ofDays(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    OverviewMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param before who chose it later is written to on the next morning */
    List<NoticeChoices.Choice> waiting(LocalDate day, Instant before) {
        return jdbc.sql("""
                        select c.* from vault.notice_choice c
                         where c.overview_since < :before and not exists (
                           select from vault.overview_mail m where m.officer = c.officer and m.day = :day)
                         order by c.officer""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .query(NoticeChoices::choice)
                .list();
    }

    /** @param problem word for why nothing was sent; null when it was */
    void settle(OfficerId officer, LocalDate day, @Nullable String problem) {
        jdbc.sql("insert into vault.overview_mail values (?, ?, ?, ?) on conflict do nothing")
                .param(officer.value())
                .param(day)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(problem)
                .update();
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.overview_mail where day < ?")
                .param(DueDate.dayOf(clock.instant()).minus(KEPT))
                .update();
    }
}
