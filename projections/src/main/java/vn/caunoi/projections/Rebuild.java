package vn.caunoi.projections;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
 * If anything fails, the old tables stay.
 */
@Component
public class Rebuild {
    private final List<ReadModel> models;
    private final EventStore events;
    private final EventProcessingConfiguration processing;
    private final WholeRecord record;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ReentrantLock running = new ReentrantLock();

    public Rebuild(
            List<ReadModel> models,
            EventStore events,
            EventProcessingConfiguration processing,
            WholeRecord record,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.models = List.copyOf(models);
        this.events = events;
        this.processing = processing;
        this.record = record;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How far a rebuild is.
     *
     * @param done events read, of {@code total} there were at last sight
     */
    public record Progress(String name, long done, long total, Duration elapsed) {

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

    /** What can be rebuilt. */
    public List<String> names() {
        return models.stream().map(ReadModel::name).sorted().toList();
    }

    /**
     * Rebuilds one read model and returns when it is in use.
     *
     * @param name one of {@link #names()}
     * @param progress told after each batch, in the caller's thread
     * @return the end of it
     * @throws IllegalArgumentException for a name that is none
     * @throws IllegalStateException when a rebuild is running here, or another node follows the record for this model
     */
    public Progress start(String name, Consumer<Progress> progress) {
        ReadModel model = models.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no read model " + name + "; there are " + names()));
        if (!running.tryLock()) throw new IllegalStateException("a rebuild is already running");
        try {
            return new RebuildRun(model, events, processing, record, jdbc, transaction, progress).run();
        } finally {
            running.unlock();
        }
    }

    /** Rebuilds all of them, one after the other. */
    public List<Progress> startAll(Consumer<Progress> progress) {
        return names().stream().map(name -> start(name, progress)).toList();
    }
}
