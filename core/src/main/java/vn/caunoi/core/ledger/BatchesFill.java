package vn.caunoi.core.ledger;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Works off the batches of a processor whose transactions cost much and whose further events cost little. What comes
 * alone is taken at once; while more comes all the time, a rest as long as the last batch took lets the next one fill.
 * Who finds a full batch waiting does not rest.
 */
final class BatchesFill extends ScheduledThreadPoolExecutor {

    private static final long LONGEST_NANOS = 4_000_000;

    private volatile long restedAt = System.nanoTime();

    BatchesFill(int threads, ThreadFactory factory) {
        super(threads, factory);
    }

    /** What is submitted while it works is what did not fit into the batch. */
    @Override
    public Future<?> submit(Runnable batch) {
        long left = Math.max(0, restedAt - System.nanoTime());
        return schedule(() -> take(batch), left, TimeUnit.NANOSECONDS);
    }

    private void take(Runnable batch) {
        long began = System.nanoTime();
        batch.run();
        long ended = System.nanoTime();
        restedAt = ended + Math.min(ended - began, LONGEST_NANOS);
    }
}
