package vn.caunoi.ops.server;

import java.time.Duration;
import java.util.function.Consumer;

/** Lets news through a few times a second at most. */
final class Seldom<T> implements Consumer<T> {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Consumer<T> listener;
    private long told;

    Seldom(Consumer<T> listener) {
        this.listener = listener;
        this.told = System.nanoTime();
    }

    @Override
    public void accept(T news) {
        if (System.nanoTime() - told < BETWEEN.toNanos()) return;
        told = System.nanoTime();
        listener.accept(news);
    }
}
