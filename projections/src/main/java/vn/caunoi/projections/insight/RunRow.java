package vn.caunoi.projections.insight;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.projections.Target;

/** One run of a process for a case, while it is being changed. */
final class RunRow {
    static final Target TARGET = Target.of(
            "process_run",
            "petition run",
            "petition run::bigint process version::integer started::timestamptz ended::timestamptz reached late::boolean"
                    + " back::integer skipped::integer migrated::integer last::bigint",
            "version ended reached late back skipped migrated last");

    final String petition;
    /** Sequence of the event that began it. */
    final long run;

    final String process;
    final Instant started;
    int version;

    @Nullable Instant ended;

    @Nullable String reached;

    boolean late;
    int back;
    int skipped;

    /** The version it was moved away from last. */
    @Nullable Integer migrated;

    /** Sequence of the last event that was taken. */
    long last;

    boolean written;
    boolean changed = true;

    RunRow(String petition, long run, String process, int version, Instant started) {
        this.petition = petition;
        this.run = run;
        this.process = process;
        this.version = version;
        this.started = started;
        this.last = run;
    }

    static RunRow read(ResultSet row, int number) throws SQLException {
        RunRow known = new RunRow(
                row.getString("petition"),
                row.getLong("run"),
                row.getString("process"),
                row.getInt("version"),
                Objects.requireNonNull(time(row, "started")));
        known.ended = time(row, "ended");
        known.reached = row.getString("reached");
        known.late = row.getBoolean("late");
        known.back = row.getInt("back");
        known.skipped = row.getInt("skipped");
        known.migrated = row.getObject("migrated", Integer.class);
        known.last = row.getLong("last");
        known.written = true;
        known.changed = false;
        return known;
    }

    boolean isOpen() {
        return ended == null;
    }

    void at(long sequence) {
        last = sequence;
        changed = true;
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            petition, run, process, version, time(started), time(ended), reached, late, back, skipped, migrated, last
        };
    }
}
