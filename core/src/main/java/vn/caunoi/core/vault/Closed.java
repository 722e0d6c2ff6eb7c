package vn.caunoi.core.vault;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is opened once, when it is first asked for; empty when it was erased. */
final class Closed<T> {
    private @Nullable Supplier<Optional<T>> opening;
    private Optional<T> clear = Optional.empty();

    Closed(Supplier<Optional<T>> opening) {
        this.opening = opening;
    }

    static <T> Closed<T> opened(T clear) {
        Closed<T> done = erased();
        done.clear = Optional.of(clear);
        return done;
    }

    static <T> Closed<T> erased() {
        Closed<T> done = new Closed<>(Optional::empty);
        done.opening = null;
        return done;
    }

    synchronized Optional<T> open() {
        if (opening != null) {
            clear = opening.get();
            opening = null;
        }
        return clear;
    }

    synchronized boolean isOpened() {
        return opening == null;
    }
}
