package vn.caunoi.core.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers whether all that follows from what was recorded has happened: drivers have handled it, and what they
 * appended, and all read models show it. That is how a write is visible to every reader when it answers.
 */
public final class Progress {

    private static final long NOT_REACHED = -1;
    private static final long SHORTEST_PARK_NANOS = 100_000;
    private static final long LONGEST_PARK_NANOS = 2_000_000;

    private final Positions positions;
    private final Set<String> drivers;
    private final JdbcClient jdbc;

    Progress(Positions positions, Set<String> drivers, JdbcClient jdbc) {
        this.positions = positions;
        this.drivers = drivers;
        this.jdbc = jdbc;
    }

    /** Waits until this stream is handled to its end; false when that took too long. Call after the commit. */
    public boolean awaitSettled(String stream, Duration atMost) {
        return await(() -> head(stream), atMost);
    }

    /** Waits until the whole ledger is handled to its end; false when that took too long. */
    public boolean awaitSettled(Duration atMost) {
        return await(this::head, atMost);
    }

    /** How many events each processor has still to handle. */
    public Map<String, Long> lag() {
        long head = head();
        return positions.processors().stream()
                .collect(Collectors.toMap(name -> name, name -> Math.max(0, head - positions.of(name))));
    }

    /**
     * Waits until the drivers have handled the whole ledger, and what they appended themselves; read models may still
     * be behind. False when that took too long.
     */
    public boolean awaitDriven(Duration atMost) {
        return awaitDrivers(this::head, System.nanoTime() + atMost.toNanos()) != NOT_REACHED;
    }

    /** Up to which position one processor has handled the record; asks the database only where it runs elsewhere. */
    public long shown(String processor) {
        return positions.of(processor);
    }

    private boolean await(LongSupplier head, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        long reached = awaitDrivers(head, until);
        return reached != NOT_REACHED && awaitCovered(processors(false), reached, until);
    }

    /** Answers the head that the drivers have reached without appending anything more. */
    private long awaitDrivers(LongSupplier head, long until) {
        List<String> driving = processors(true);
        long before;
        long now = head.getAsLong();
        do {
            if (!awaitCovered(driving, now, until)) return NOT_REACHED;
            before = now;
            now = head.getAsLong();
        } while (now != before);
        return now;
    }

    private List<String> processors(boolean driving) {
        return positions.processors().stream()
                .filter(name -> drivers.contains(name) == driving)
                .toList();
    }

    private boolean awaitCovered(List<String> processors, long position, long until) {
        return processors.stream().allMatch(processor -> awaitCovered(processor, position, until));
    }

    private boolean awaitCovered(String processor, long position, long until) {
        long park = SHORTEST_PARK_NANOS;
        while (positions.of(processor) < position) {
            if (System.nanoTime() - until >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(park);
            park = Math.min(LONGEST_PARK_NANOS, park * 2);
        }
        return true;
    }

    private long head(String stream) {
        return jdbc.sql("select position from ledger.event where stream = :stream order by seq desc limit 1")
                .param("stream", StreamKey.of(stream).key())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long head() {
        return jdbc.sql("select coalesce(max(position), 0) from ledger.event")
                .query(Long.class)
                .single();
    }
}
