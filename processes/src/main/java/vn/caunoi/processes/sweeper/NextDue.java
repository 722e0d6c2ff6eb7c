package vn.caunoi.processes.sweeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a round may find something, asking the database seldom: it remembers when the next thing falls due, until this
 * program sets another date. What only another node set, that node's own rounds look after; should it die, ours do half
 * a minute later. Used by one thread.
 */
final class NextDue {

    private static final long LOOK_EVERY = Duration.ofSeconds(30).toNanos();

    private final DueDates dates;
    private final Clock clock;
    private @Nullable Instant earliest;
    private int written;
    private long looked = System.nanoTime() - LOOK_EVERY - 1;

    NextDue(DueDates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    boolean mayBeNow() {
        int now = dates.written();
        if (isPast() || now != written || System.nanoTime() - looked > LOOK_EVERY) {
            Instant found = dates.earliest().orElse(null);
            earliest = found;
            // only now: when asking failed it is asked again
            written = now;
            looked = System.nanoTime();
        }
        return isPast();
    }

    private boolean isPast() {
        Instant next = earliest;
        return next != null && next.isBefore(clock.instant());
    }
}
