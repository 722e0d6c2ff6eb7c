package vn.caunoi.core.ledger;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log forward in batches. Asks the database only when woken: by a commit in this program, or by the
 * {@link Lookout}. Used by one thread at a time, except {@link #wake()}.
 */
final class LedgerFollower implements TrackingEventStream {

    private final LongFunction<List<TrackedEventMessage<?>>> read;
    private final Registration registration;
    private final AtomicBoolean woken = new AtomicBoolean(true);
    private volatile @Nullable Runnable onAvailable;
    private long position;
    private Iterator<TrackedEventMessage<?>> batch =
            List.<TrackedEventMessage<?>>of().iterator();
    private @Nullable TrackedEventMessage<?> next;

    LedgerFollower(
            long after, LongFunction<List<TrackedEventMessage<?>>> read, Function<Runnable, Registration> follow) {
        this.position = after;
        this.read = read;
        this.registration = follow.apply(this::wake);
    }

    private void wake() {
        woken.set(true);
        Runnable callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        if (next == null && !batch.hasNext() && woken.getAndSet(false)) {
            look();
        }
        if (next == null && batch.hasNext()) {
            next = batch.next();
            position = PostgresStorage.position(next.trackingToken());
        }
        return next != null;
    }

    private void look() {
        List<TrackedEventMessage<?>> found = read.apply(position);
        if (!found.isEmpty()) {
            woken.set(true);
        }
        batch = found.iterator();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        while (!hasNextAvailable()) {
            if (System.nanoTime() - until >= 0) {
                return false;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        if (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS) || next == null) {
            throw new NoSuchElementException();
        }
        TrackedEventMessage<?> result = next;
        next = null;
        return result;
    }

    @Override
    public void close() {
        registration.cancel();
        onAvailable = null;
    }
}
