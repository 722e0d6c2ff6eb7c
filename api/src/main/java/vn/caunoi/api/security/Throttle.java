package vn.caunoi.api.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts failures by key, for example account and address, and says when there were too many of late. Kept in memory
 * and bounded: the least recently used keys are forgotten first. Measures real time, not the business clock.
 */
public final class Throttle {

    private static final int MOST_KEYS = 20_000;

    private record Failures(int count, long since) {}

    private final int most;
    private final long window;
    private final LongSupplier nanos;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param most failures that are allowed within the window */
    public Throttle(int most, Duration window) {
        this(most, window, System::nanoTime);
    }

    Throttle(int most, Duration window, LongSupplier nanos) {
        this.most = most;
        this.window = window.toNanos();
        this.nanos = nanos;
    }

    public boolean isClosed(String key) {
        return closedFor(key).isPositive();
    }

    /** How long it stays closed; zero when it is open. Attempts meanwhile do not make it longer. */
    synchronized Duration closedFor(String key) {
        Failures known = failures.get(key);
        if (known == null || known.count() < most) return Duration.ZERO;
        long left = window - (nanos.getAsLong() - known.since());
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }

    public synchronized void failed(String key) {
        long now = nanos.getAsLong();
        Failures known = failures.get(key);
        if (known == null || now - known.since() >= window) failures.put(key, new Failures(1, now));
        else failures.put(key, new Failures(known.count() + 1, known.since()));
    }

    public synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
