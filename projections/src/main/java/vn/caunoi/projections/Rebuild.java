package vn.caunoi.projections;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.WholeRecord;

/**
 * Fills a read model anew from the record, beside the one that is in use. Questions are answered all the time; only
 * while the new tables take the place of the old ones does the read model stand still, for some tenths of a second.
 * If anything fails, the old tables stay. What was replaced last is kept beside, to go back to.
 */
@Component
public class Rebuild {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<ReadModel> models;
    private final DataSource database;
    private final RebuildRun.Means means;
    private final Map<String, Progress> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public Rebuild(
            List<ReadModel> models,
            DataSource database,
            EventStore events,
            EventProcessingConfiguration processing,
            WholeRecord record,
            PlatformTransactionManager transactions) {
        this.models = List.copyOf(models);
        this.database = database;
        this.means = new RebuildRun.Means(database, events, processing, record, new TransactionTemplate(transactions));
    }

    /** What a rebuild is at. */
    public enum Step {
        FILLING,
        INDEXING,
        CATCHING_UP,
        COMPARING,
        SWITCHING,
        DONE
    }

    /**
     * How far a rebuild is.
     *
     * @param done of {@code total} events there were at last sight, as if all that is left to do were reading events
     */
    public record Progress(String name, Step step, long done, long total, Duration elapsed) {

        /** Events a second so far. */
        public double rate() {
            return elapsed.isZero() ? 0 : done * 1e9 / elapsed.toNanos();
        }

        /** How long it will take from here; not known at the very beginning. */
        public Optional<Duration> left() {
            return rate() == 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis((long) (Math.max(0, total - done) * 1000 / rate())));
        }
    }

    /** What is to become of what was built. */
    public enum Way {
        /** It takes the place of the old one, which it is not compared with. */
        AT_ONCE,
        /** It takes the place; where they differ is told. */
        COMPARED,
        /** It takes the place if they are the same, else it is dropped. */
        ONLY_IF_SAME,
        /** It is dropped; where they differ is told. */
        TRIAL;

        boolean mayReplace() {
            return this != TRIAL;
        }

        boolean compares() {
            return this != AT_ONCE;
        }

        boolean replaces(List<Difference> differences) {
            return mayReplace() && (this != ONLY_IF_SAME || differences.isEmpty());
        }
    }

    /**
     * A table that came out otherwise.
     *
     * @param live rows in the one in use, {@code built} in the new one
     * @param rows the first that differ: keys, and which columns; nothing of what stands in them
     */
    public record Difference(String table, long live, long built, List<String> rows) {
        public Difference {
            rows = List.copyOf(rows);
        }

        boolean isNone() {
            return live == built && rows.isEmpty();
        }
    }

    /**
     * What came of it.
     *
     * @param differences none when the two were not compared
     * @param keptBytes on the disk, of what was replaced
     */
    public record Outcome(Progress end, Optional<List<Difference>> differences, boolean replaced, long keptBytes) {}

    /**
     * Tables that were replaced.
     *
     * @param position up to which they follow the record
     * @param bytes on the disk, with their indexes
     */
    public record Kept(String name, long position, Instant since, long bytes) {}

    /** What can be rebuilt. */
    public List<String> names() {
        return models.stream().map(ReadModel::name).sorted().toList();
    }

    /**
     * Rebuilds one read model and returns when it is in use, without comparing.
     *
     * @see #run
     */
    public Progress start(String name, Consumer<Progress> progress) {
        return run(name, Way.AT_ONCE, progress).end();
    }

    /** Rebuilds all of them, one after the other. */
    public List<Progress> startAll(Consumer<Progress> progress) {
        return names().stream().map(name -> start(name, progress)).toList();
    }

    /**
     * Rebuilds one read model.
     *
     * @param name one of {@link #names()}
     * @param progress told now and then, in the caller's thread; when it throws, the rebuild ends and leaves nothing
     * @throws IllegalArgumentException for a name that is none
     * @throws IllegalStateException when a rebuild of it is running, or another node follows the record for it
     */
    public Outcome run(String name, Way way, Consumer<Progress> progress) {
        return alone(name, model -> new RebuildRun(model, means, noting(progress)).rebuild(way));
    }

    /**
     * Lets the tables that were replaced last take their place again, once they have caught up. Those in use now are
     * kept in their stead.
     *
     * @throws IllegalStateException when nothing is kept, or what is kept was made before an upgrade
     */
    public Outcome rollBack(String name, Consumer<Progress> progress) {
        return alone(name, model -> new RebuildRun(model, means, noting(progress)).rollBack());
    }

    /** What can be gone back to. */
    public List<Kept> kept() {
        return keptTables().all();
    }

    /** Drops what is kept; answers what it was. */
    public Optional<Kept> forget(String name) {
        return alone(name, model -> {
            Optional<Kept> kept = keptTables().of(name);
            keptTables().drop(name);
            return kept;
        });
    }

    /** Bytes on the disk of a read model in use: about what a rebuild needs beside it. */
    public long bytes(String name) {
        return new JdbcTemplate(database)
                        .queryForList(
                                "select pg_total_relation_size(format('%s.%I', ?, t)::regclass) from unnest(?) t",
                                Long.class, Tables.LIVE, model(name).tables().toArray(String[]::new))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** Those that run in this node. */
    public List<Progress> running() {
        return List.copyOf(running.values());
    }

    /** The program ends: what runs is given up and cleared away. */
    @PreDestroy
    void stop() {
        stopping = true;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!running.isEmpty() && System.nanoTime() < until) LockSupport.parkNanos(10_000_000);
    }

    private Consumer<Progress> noting(Consumer<Progress> progress) {
        return now -> {
            running.put(now.name(), now);
            if (stopping) throw new CancellationException("the program ends");
            progress.accept(now);
        };
    }

    private <R> R alone(String name, Function<ReadModel, R> work) {
        ReadModel model = model(name);
        try (RebuildLock lock = RebuildLock.tryTo(database, name)
                .orElseThrow(() -> new IllegalStateException("a rebuild of " + name + " is already running"))) {
            return work.apply(model);
        } finally {
            running.remove(name);
        }
    }

    private ReadModel model(String name) {
        return models.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no read model " + name + "; there are " + names()));
    }

    private KeptTables keptTables() {
        return new KeptTables(new JdbcTemplate(database));
    }
}
