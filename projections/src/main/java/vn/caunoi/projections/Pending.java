package vn.caunoi.projections;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows changed by a batch of events: each is read at most once and written once, all together. */
public final class Pending<K, R> {
    /** Reads a row as it stands before the batch. */
    @FunctionalInterface
    public interface Loading<K, R> {
        /** @return null when there is none */
        @Nullable R row(K key);
    }

    private final Loading<K, R> load;
    private final Consumer<Collection<R>> save;
    private final Map<K, @Nullable R> known = new HashMap<>();
    private final Map<K, R> changed = new LinkedHashMap<>();

    public Pending(Loading<K, R> load, Consumer<Collection<R>> save) {
        this.load = load;
        this.save = save;
    }

    public @Nullable R get(K key) {
        if (!known.containsKey(key)) known.put(key, load.row(key));
        return known.get(key);
    }

    public void put(K key, R row) {
        known.put(key, row);
        changed.put(key, row);
    }

    public void flush() {
        if (!changed.isEmpty()) save.accept(changed.values());
        changed.clear();
        known.clear();
    }
}
