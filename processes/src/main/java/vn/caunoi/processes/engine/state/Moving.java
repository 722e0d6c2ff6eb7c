package vn.caunoi.processes.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one thread does to instances between reading and writing them: read together at its beginning, changed in
 * memory, written together by {@link #flush}. What is not flushed is forgotten at {@link #close}.
 *
 * <p>A savepoint stands for what was known then; roll back to it together with the savepoint of the transaction.
 */
public final class Moving implements AutoCloseable {

    /** A moment: what was known and what was written then. */
    public static final class Savepoint {
        private final Moving moving;
        private final int changes;

        private Savepoint(Moving moving) {
            this.moving = moving;
            this.changes = moving.changes.size();
        }
    }

    private record Change(
            String instance,
            @Nullable InstanceState before,
            @Nullable StoredState storedBefore) {}

    private final Instances instances;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, StoredState> stored = new HashMap<>();
    private final Map<String, InstanceState> changed = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private @Nullable String playing;

    Moving(Instances instances, Collection<String> asked, Map<String, StoredState> read) {
        this.instances = instances;
        this.asked.addAll(asked);
        this.stored.putAll(read);
    }

    boolean isOf(Instances those) {
        return instances == those;
    }

    /** What is known of an instance by now; null when there is none. One that was not asked for is read. */
    @Nullable InstanceState of(String instance) {
        InstanceState now = changed.get(instance);
        if (now != null) return now;
        if (asked.add(instance)) stored.putAll(instances.states().read(List.of(instance)));
        StoredState kept = stored.get(instance);
        return kept == null ? null : kept.state();
    }

    /** A new one: nobody can have written it, so nothing is read. */
    void begin(String instance) {
        asked.add(instance);
    }

    void change(InstanceState to) {
        note(to.instance());
        changed.put(to.instance(), to);
    }

    private void note(String instance) {
        changes.add(new Change(instance, changed.get(instance), stored.get(instance)));
    }

    /** The instance that the engine moves now, if it is known yet. */
    @Nullable String playing() {
        return playing;
    }

    void play(@Nullable String instance) {
        playing = instance;
    }

    public Savepoint savepoint() {
        return new Savepoint(this);
    }

    /** Forgets what was changed since, and what was written. */
    public void rollback(Savepoint to) {
        if (to.moving != this || to.changes > changes.size()) throw new IllegalStateException("that savepoint is over");
        while (changes.size() > to.changes) {
            Change undone = changes.removeLast();
            if (undone.before == null) changed.remove(undone.instance);
            else changed.put(undone.instance, undone.before);
            if (undone.storedBefore == null) stored.remove(undone.instance);
            else stored.put(undone.instance, undone.storedBefore);
        }
    }

    /** Writes all that was changed, in one statement; removes what is over, in another. */
    public void flush() {
        flush(instances.states());
    }

    /** The same, to where somebody else writes it. */
    public void flush(InstanceStates to) {
        List<StoredState> written = new ArrayList<>();
        List<StoredState> over = new ArrayList<>();
        for (InstanceState state : changed.values()) {
            StoredState before = stored.get(state.instance());
            if (!state.isOver()) written.add(StoredState.of(state, before == null ? 1 : before.version() + 1));
            else if (before != null) over.add(before);
        }
        to.write(written);
        to.remove(over);
        changed.keySet().forEach(this::note);
        over.forEach(state -> stored.remove(state.instance()));
        written.forEach(state -> stored.put(state.instance(), state));
        changed.clear();
    }

    @Override
    public void close() {
        Instances.closed(this);
    }
}
