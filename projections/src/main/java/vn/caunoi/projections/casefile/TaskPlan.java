package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.Waking;

/**
 * What people planned with a task, beside the law.
 *
 * @param own the day by which its holder or a head wants it done
 * @param asleep until when it is out of its holder's list
 * @param awaited what wakes it before that
 * @param woken why it no longer sleeps, until it sleeps again or somebody else gets it
 */
public record TaskPlan(
        @Nullable LocalDate own,
        @Nullable Instant asleep,
        @Nullable Awaited awaited,
        @Nullable Waking woken) {

    /** Of nearly all tasks. */
    public static final TaskPlan NONE = new TaskPlan(null, null, null, null);

    /** The end of its own day. */
    public @Nullable Instant ownMoment() {
        return own == null ? null : DueDate.endOf(own);
    }

    public TaskPlan asleep(Instant until, @Nullable Awaited what) {
        return new TaskPlan(own, until, what, null);
    }

    public TaskPlan woken(Waking cause) {
        return new TaskPlan(own, null, null, cause);
    }

    public TaskPlan dated(@Nullable LocalDate day) {
        return new TaskPlan(day, asleep, awaited, woken);
    }

    /** Of another holder. */
    public TaskPlan awake() {
        return own == null ? NONE : new TaskPlan(own, null, null, null);
    }

    /** From the columns {@code own, asleep, awaited, woken}. */
    public static TaskPlan read(ResultSet row) throws SQLException {
        return of(
                row.getObject("own", LocalDate.class),
                time(row, "asleep"),
                row.getString("awaited"),
                row.getString("woken"));
    }

    /** The same by the place of the first of them. */
    public static TaskPlan read(ResultSet row, int first) throws SQLException {
        return of(
                row.getObject(first, LocalDate.class),
                time(row, first + 1),
                row.getString(first + 2),
                row.getString(first + 3));
    }

    private static TaskPlan of(
            @Nullable LocalDate own, @Nullable Instant asleep, @Nullable String awaited, @Nullable String woken) {
        if (own == null && asleep == null && woken == null) return NONE;
        return new TaskPlan(
                own,
                asleep,
                awaited == null ? null : Awaited.valueOf(awaited),
                woken == null ? null : Waking.valueOf(woken));
    }
}
