package vn.caunoi.core.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Looks, for all followers in this program, whether the record went on: for what other nodes wrote, and for what was
 * held up by a transaction that has ended since. One small question each time, seldom while nothing happens.
 */
final class Lookout {

    /** What is asked of the record. */
    interface Questions {
        /** The last position drawn. */
        long drawn();

        /** Says to other nodes that something was written here. */
        void tell();

        /** The position below which nothing can appear any more. */
        long horizon();
    }

    private static final Duration OFTEN = Duration.ofMillis(50);

    private final Questions record;
    private final Runnable wake;
    private final Supplier<Duration> seldom;
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final AtomicBoolean wrote = new AtomicBoolean();
    private volatile @Nullable Thread watching;
    private volatile boolean resting;
    private long settled = -1;
    private long shown = -1;

    /** @param seldom the longest pause between two looks, as things are */
    Lookout(Questions record, Runnable wake, Supplier<Duration> seldom) {
        this.record = record;
        this.wake = wake;
        this.seldom = seldom;
    }

    synchronized void start() {
        if (watching == null) {
            Thread lookout = Thread.ofPlatform().daemon().name("ledger-lookout").unstarted(this::watch);
            watching = lookout;
            lookout.start();
        }
    }

    synchronized void stop() {
        Thread ended = watching;
        watching = null;
        LockSupport.unpark(ended);
    }

    /** Something was written here; others may have been held up by it, or it by them, and other nodes are told. */
    void wrote() {
        wrote.set(true);
        nudge();
    }

    /** Something may have been written. */
    void nudge() {
        if (!nudged.getAndSet(true) && resting) {
            LockSupport.unpark(watching);
        }
    }

    private void watch() {
        long pause = OFTEN.toNanos();
        while (watching == Thread.currentThread()) {
            boolean quiet = !nudged.getAndSet(false) & look();
            pause = quiet ? Math.min(seldom.get().toNanos(), pause * 3 / 2) : OFTEN.toNanos();
            resting = pause > OFTEN.toNanos();
            if (!nudged.get() || !resting) {
                LockSupport.parkNanos(pause);
            }
        }
    }

    /** Once for all that was written since the last look. */
    private void tellWhatWasWritten() {
        if (!wrote.getAndSet(false)) return;
        boolean told = false;
        try {
            record.tell();
            told = true;
        } finally {
            if (!told) wrote.set(true);
        }
    }

    /** True when nothing has happened since the last look; an unreachable database is quiet too. */
    private boolean look() {
        try {
            tellWhatWasWritten();
            long drawn = record.drawn();
            if (drawn == settled) {
                return true;
            }
            long horizon = record.horizon();
            if (horizon > shown) {
                shown = horizon;
                wake.run();
            }
            settled = horizon >= drawn ? drawn : -1;
            return false;
        } catch (EventStoreException e) {
            return true;
        }
    }
}
