package vn.caunoi.processes.sweeper;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.PetitionEvent;

/**
 * When something falls due, in one indexed table: written in the driver's transaction from the events, also for
 * petitions whose process is stuck, for the law does not wait for a diagram.
 */
public final class DueDates {

    /** How long before the due day a deadline approaches, in working days. */
    private static final int WORKING_DAYS_BEFORE = 2;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    enum What {
        DEADLINE,
        TIMER
    }

    /** @param next when there is something to record: before {@code due} that it approaches, from then on that it is */
    record Row(String petition, What what, String name, Instant due, Instant next) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    public DueDates(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Takes in one event; others than those of deadlines and timers change nothing. */
    public void follow(PetitionEvent event, Instant at) {
        String petition = event.petition().value();
        switch (event) {
            case DeadlineEvent e -> follow(petition, e, at);
            case FlowEvent.TimerSet e -> put(petition, What.TIMER, e.timer(), e.due(), e.due());
            case FlowEvent.TimerFired e -> remove(petition, What.TIMER, e.timer());
            case FlowEvent.TimerCancelled e -> remove(petition, What.TIMER, e.timer());
            default -> {}
        }
    }

    private void follow(String petition, DeadlineEvent event, Instant at) {
        switch (event) {
            case DeadlineEvent.DeadlineSet e -> set(petition, e.stage(), e.due(), at);
            case DeadlineEvent.DeadlineExtended e -> set(petition, e.stage(), e.due(), at);
            case DeadlineEvent.DeadlineContinued e -> set(petition, e.stage(), e.due(), at);
            case DeadlineEvent.DeadlineRecalculated e -> set(petition, e.stage(), e.due(), at);
            case DeadlineEvent.DeadlinePaused e -> remove(petition, What.DEADLINE, e.stage());
            case DeadlineEvent.DeadlineMet e -> remove(petition, What.DEADLINE, e.stage());
            case DeadlineEvent.DeadlineDropped e -> remove(petition, What.DEADLINE, e.stage());
            case DeadlineEvent.DeadlineApproaching e -> put(petition, What.DEADLINE, e.stage(), e.due(), e.due());
            case DeadlineEvent.DeadlineMissed e -> remove(petition, What.DEADLINE, e.stage());
        }
    }

    /** One that is past when it is set approaches no more. */
    private void set(String petition, String stage, Instant due, Instant at) {
        put(petition, What.DEADLINE, stage, due, due.isAfter(at) ? approaching(due) : due);
    }

    Instant approaching(Instant due) {
        LocalDate day = LocalDate.ofInstant(due, ZONE);
        for (int before = 0; before < WORKING_DAYS_BEFORE; ) {
            day = day.minusDays(1);
            if (calendar.isWorkingDay(day)) before++;
        }
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** What there is to record by now, of petitions that nobody else is writing; their streams are locked then. */
    List<Row> take(Instant now, int most) {
        return jdbc.sql("""
                        select petition, what, name, due, next_at from (
                          select * from engine.due where next_at < :now order by next_at limit :most) candidate
                        where pg_try_advisory_xact_lock(hashtextextended(petition, 0))""")
                .param("now", timestamp(now))
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("petition"),
                        What.valueOf(row.getString("what")),
                        row.getString("name"),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean anyUntil(Instant now) {
        return jdbc.sql("select exists (select from engine.due where next_at < :now)")
                .param("now", timestamp(now))
                .query(Boolean.class)
                .single();
    }

    /**
     * Changes nothing when the row is no longer as it was taken: what moved it meanwhile has said when it is next.
     *
     * @param next null when nothing is left to record
     */
    void next(Row row, @Nullable Instant next) {
        jdbc.sql("""
                        update engine.due set next_at = :next
                        where petition = :petition and what = :what and name = :name and due = :due and next_at = :was""")
                .param("next", next == null ? null : timestamp(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("petition", row.petition())
                .param("what", row.what().name())
                .param("name", row.name())
                .param("due", timestamp(row.due()))
                .param("was", timestamp(row.next()))
                .update();
    }

    private void put(String petition, What what, String name, Instant due, Instant next) {
        jdbc.sql("""
                        insert into engine.due values (:petition, :what, :name, :due, :next)
                        on conflict (petition, what, name) do update set due = excluded.due, next_at = excluded.next_at""")
                .param("petition", petition)
                .param("what", what.name())
                .param("name", name)
                .param("due", timestamp(due))
                .param("next", timestamp(next))
                .update();
    }

    private void remove(String petition, What what, String name) {
        jdbc.sql("delete from engine.due where petition = ? and what = ? and name = ?")
                .params(petition, what.name(), name)
                .update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
