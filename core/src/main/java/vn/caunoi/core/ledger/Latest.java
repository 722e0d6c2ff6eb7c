package vn.caunoi.core.ledger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one short stream come to, read again when it has grown. What another node recorded is seen within a
 * second. Safe for many threads.
 */
public final class Latest<T> {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final long NOTHING_READ = -2;

    private record Read<T>(long last, T what) {}

    private final Supplier<@Nullable Streams> streams;
    private final String stream;
    private final T nothing;
    private final BiFunction<T, Object, T> after;
    private final AtomicLong askAgain = new AtomicLong(System.nanoTime());
    private volatile Read<T> read;

    /**
     * @param streams null where nothing is recorded
     * @param nothing what it is before its first event
     */
    public Latest(Supplier<@Nullable Streams> streams, String stream, T nothing, BiFunction<T, Object, T> after) {
        this.streams = streams;
        this.stream = stream;
        this.nothing = nothing;
        this.after = after;
        this.read = new Read<>(NOTHING_READ, nothing);
    }

    public T get() {
        long now = System.nanoTime();
        long when = askAgain.get();
        if (now - when < 0 || !askAgain.compareAndSet(when, now + FRESH_NANOS)) return read.what();
        Streams record = streams.get();
        if (record != null && record.last(stream) != read.last()) read = readAgain(record);
        return read.what();
    }

    /** The next one who asks is told what is recorded by then. */
    public void forget() {
        askAgain.set(System.nanoTime());
    }

    private Read<T> readAgain(Streams record) {
        T what = nothing;
        long last = -1;
        for (Recorded event : record.whole(stream)) {
            last = event.sequence();
            what = after.apply(what, event.payload());
        }
        return new Read<>(last, what);
    }
}
