package vn.caunoi.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows changed by a batch of events: all are read at once, each at most once, and written once, all together. Those used
 * last are remembered for the next batch, for nobody else writes them as long as this one lives.
 */
public final class Pending<K, R> {
    /** Reads rows as they stand before the batch; those that do not exist are left out. */
    @FunctionalInterface
    public interface Loading<K, R> {
        Map<K, R> rows(Collection<K> keys);
    }

    /** Writes rows as the batch leaves them. */
    @FunctionalInterface
    public interface Saving<R> {
        /** @param begun those that were not there before the batch */
        void rows(Collection<R> begun, Collection<R> changed);
    }

    private final Loading<K, R> load;
    private final Saving<R> save;
    private final int most;
    private final Map<K, @Nullable R> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<K, R> begun = new LinkedHashMap<>();
    private final Map<K, R> changed = new LinkedHashMap<>();
    private final Set<K> expected = new LinkedHashSet<>();

    /** @param most rows remembered after a batch */
    public Pending(Loading<K, R> load, Saving<R> save, int most) {
        this.load = load;
        this.save = save;
        this.most = most;
    }

    /** Is not there before the batch, so need not be read. */
    public void expectNew(K key) {
        if (!known.containsKey(key)) known.put(key, null);
    }

    /** Will be asked for; read together with the first that is. */
    public void expect(K key) {
        if (!known.containsKey(key)) expected.add(key);
    }

    public @Nullable R get(K key) {
        if (!known.containsKey(key)) {
            expected.add(key);
            loadExpected();
        }
        return known.get(key);
    }

    private void loadExpected() {
        List<K> keys = new ArrayList<>(expected);
        expected.clear();
        Map<K, R> found = load.rows(keys);
        keys.forEach(key -> known.put(key, found.get(key)));
    }

    public void put(K key, R row) {
        boolean begins = begun.containsKey(key) || get(key) == null;
        known.put(key, row);
        (begins ? begun : changed).put(key, row);
    }

    public void flush() {
        if (!begun.isEmpty() || !changed.isEmpty()) save.rows(begun.values(), changed.values());
        begun.clear();
        changed.clear();
        expected.clear();
        forgetOldest();
    }

    private void forgetOldest() {
        known.values().removeIf(Objects::isNull);
        Iterator<K> oldest = known.keySet().iterator();
        while (known.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }
}
