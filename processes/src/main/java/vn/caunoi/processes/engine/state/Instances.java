package vn.caunoi.processes.engine.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The process instances of one database, and the {@link Moving} of this thread. Without one each call of the engine
 * reads and writes for itself.
 */
public final class Instances {

    private static final ThreadLocal<@Nullable Moving> CURRENT = new ThreadLocal<>();

    private final InstanceStates states;

    public Instances(InstanceStates states) {
        this.states = states;
    }

    /** Those in table {@code engine.instance}. */
    public static Instances in(JdbcOperations database) {
        return new Instances(new JdbcInstanceStates(database));
    }

    /** The same, with those that a version of before has left in the engine's own tables. */
    public static Instances carriedOver(JdbcOperations database, TransactionOperations transactions) {
        Instances instances = in(database);
        new CarryingOver(database, instances.states).run(transactions);
        return instances;
    }

    /**
     * Begins to move instances on this thread, in the transaction that is open, which must hold whatever keeps others from moving
     * these instances. To be closed on the same thread, after {@link Moving#flush} or because all was in vain.
     */
    public Moving open(Collection<String> instances) {
        return open(instances, states.read(instances));
    }

    /** The same, when all of them that there are were read. */
    public Moving open(Collection<String> instances, Map<String, StoredState> read) {
        if (CURRENT.get() != null) throw new IllegalStateException("this thread moves instances already");
        Moving moving = new Moving(this, instances, read);
        CURRENT.set(moving);
        return moving;
    }

    /** What this thread is at. */
    public static Optional<Moving> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    static void closed(Moving moving) {
        if (CURRENT.get() == moving) CURRENT.remove();
    }

    InstanceStates states() {
        return states;
    }

    /** Where instances stand now, by instance; for who looks on from outside. */
    public Map<String, InstanceState> look(Collection<String> wanted) {
        Map<String, InstanceState> found = new HashMap<>();
        states.read(wanted).forEach((instance, state) -> found.put(instance, state.state()));
        return found;
    }

    /** Where an instance stands, as this thread knows it. */
    public Optional<InstanceState> state(String instance) {
        Moving moving = mine();
        return moving == null
                ? Optional.ofNullable(look(List.of(instance)).get(instance))
                : Optional.ofNullable(moving.of(instance)).filter(state -> !state.isOver());
    }

    /**
     * Lets the engine work at one instance; what fails leaves nothing.
     *
     * @param instance null when it is to be started
     */
    public <T> T during(@Nullable String instance, Supplier<T> work) {
        Moving moving = mine();
        if (moving != null) return play(moving, instance, work);
        try (Moving own = open(instance == null ? List.of() : List.of(instance))) {
            T result = play(own, instance, work);
            own.flush();
            return result;
        }
    }

    private static <T> T play(Moving moving, @Nullable String instance, Supplier<T> work) {
        Moving.Savepoint before = moving.savepoint();
        String outer = moving.playing();
        moving.play(instance);
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            moving.play(outer);
            if (!done) moving.rollback(before);
        }
    }

    /** What the engine works in. */
    Moving playing() {
        Moving moving = mine();
        if (moving == null)
            throw new IllegalStateException("the engine asks for an instance while none is being moved");
        return moving;
    }

    private @Nullable Moving mine() {
        Moving moving = CURRENT.get();
        if (moving != null && !moving.isOf(this))
            throw new IllegalStateException("this thread moves instances of another database");
        return moving;
    }
}
