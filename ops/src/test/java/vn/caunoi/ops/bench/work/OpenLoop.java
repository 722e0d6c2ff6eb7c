package vn.caunoi.ops.bench.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.caunoi.ops.bench.Timing;

/** Work that comes at its own pace: how long each piece takes, counted from when it was due to begin. */
final class OpenLoop {
    private OpenLoop() {}

    /** @param rate pieces a second */
    static <T> Timing run(List<T> pieces, double rate, int threads, Consumer<T> work) {
        double[] taken = new double[pieces.size()];
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        Callable<Void> one = () -> {
            for (int n = next.getAndIncrement(); n < taken.length; n = next.getAndIncrement()) {
                long due = begun + (long) (n / rate * 1e9);
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                work.accept(pieces.get(n));
                taken[n] = (System.nanoTime() - due) / 1e6;
            }
            return null;
        };
        List<Callable<Void>> all = new ArrayList<>();
        for (int n = 0; n < threads; n++) all.add(one);
        Crew.together(all);
        return Timing.of(taken);
    }

    /** How many pieces a second are done when each begins as soon as there is a hand free. */
    static <T> double closed(List<T> pieces, int threads, Consumer<T> work) {
        long begun = System.nanoTime();
        run(pieces, 1e9, threads, work);
        return pieces.size() / ((System.nanoTime() - begun) / 1e9);
    }
}
