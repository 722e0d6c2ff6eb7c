package vn.caunoi.core.ledger.following;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * When to take the next batch. What comes alone is taken at once; while more comes all the time, a pause as long as the
 * last batch took lets the next one fill.
 */
final class Pace {

    private static final long SHORTEST_NANOS = 4_000_000;
    private static final long LONGEST_NANOS = 20_000_000;
    private static final long IDLE_NANOS = 1_000_000_000;
    private static final long LONGEST_AFTER_FAILURE_NANOS = 5_000_000_000L;

    private volatile boolean woken = true;
    private volatile @Nullable Thread resting;
    private long began;
    private long ended = System.nanoTime() - LONGEST_NANOS;
    private long pause;

    /** Something can be read; called by whoever wrote it. */
    void wake() {
        woken = true;
        Thread thread = resting;
        if (thread != null) LockSupport.unpark(thread);
    }

    /** Returns when there is something to read, or once a second. */
    void rest() {
        if (!woken) {
            resting = Thread.currentThread();
            if (!woken) LockSupport.parkNanos(IDLE_NANOS);
            resting = null;
        }
        long left = ended + pause - System.nanoTime();
        if (left > 0) LockSupport.parkNanos(left);
        woken = false;
    }

    void began() {
        began = System.nanoTime();
    }

    /** @param more there was more than one batch takes */
    void tookABatch(boolean more) {
        ended = System.nanoTime();
        pause = more ? 0 : Math.clamp(ended - began, SHORTEST_NANOS, LONGEST_NANOS);
        woken = true;
    }

    void failed() {
        ended = System.nanoTime();
        pause = Math.clamp(pause * 2, LONGEST_NANOS, LONGEST_AFTER_FAILURE_NANOS);
        woken = true;
    }
}
