package vn.caunoi.projections.insight;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.projections.Target;

/** One stay of a case at a step, while it is being changed. */
final class PassageRow {
    static final Target TARGET = Target.of(
            "passage",
            "petition no",
            "petition no::integer id run::bigint process version::integer step occurrence::integer timer::boolean unit"
                    + " role entered::timestamptz began::timestamptz ended::timestamptz outcome due::timestamptz"
                    + " last::bigint",
            "version step occurrence unit role began ended outcome due last");

    final String petition;
    /** Its place among all of the case, from 0. */
    final int no;
    /** Of the task or the timer. */
    final String id;

    final long run;
    final String process;
    final boolean timer;
    final Instant entered;
    String step;
    int occurrence;

    @Nullable String role;

    int version;

    @Nullable String unit;

    @Nullable Instant began;

    @Nullable Instant ended;

    /** How it was done; null while it is open, and when it was called off. */
    @Nullable String outcome;

    @Nullable Instant due;

    long last;
    boolean written;
    boolean changed = true;

    PassageRow(RunRow of, int no, String id, String step, int occurrence, @Nullable String role, Instant entered) {
        this(of.petition, of.run, of.process, no, id, step, occurrence, role, entered);
        this.version = of.version;
    }

    private PassageRow(
            String petition,
            long run,
            String process,
            int no,
            String id,
            String step,
            int occurrence,
            @Nullable String role,
            Instant entered) {
        this.petition = petition;
        this.run = run;
        this.process = process;
        this.no = no;
        this.id = id;
        this.step = step;
        this.occurrence = occurrence;
        this.role = role;
        this.timer = role == null;
        this.entered = entered;
    }

    static PassageRow read(ResultSet row, int number) throws SQLException {
        PassageRow known = new PassageRow(
                row.getString("petition"),
                row.getLong("run"),
                row.getString("process"),
                row.getInt("no"),
                row.getString("id"),
                row.getString("step"),
                row.getInt("occurrence"),
                row.getString("role"),
                Objects.requireNonNull(time(row, "entered")));
        known.version = row.getInt("version");
        known.unit = row.getString("unit");
        known.began = time(row, "began");
        known.ended = time(row, "ended");
        known.outcome = row.getString("outcome");
        known.due = time(row, "due");
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
            petition,
            no,
            id,
            run,
            process,
            version,
            step,
            occurrence,
            timer,
            unit,
            role,
            time(entered),
            time(began),
            time(ended),
            outcome,
            time(due),
            last
        };
    }
}
