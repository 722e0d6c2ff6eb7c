package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;

/**
 * Sixteen writers that roll back and stall, three readers: nothing is lost or shown twice, in the order of positions and of
 * each stream. {@code -Dcaunoi.check.events=1000000} makes it a million.
 */
class ManyWritersTest {

    private static final int EVENTS = Integer.getInteger("caunoi.check.events", 60_000);
    private static final int WRITERS = 16;

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource pool = pool();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    private final AtomicInteger numbers = new AtomicInteger();
    private final BitSet committed = new BitSet(EVENTS);
    private final AtomicBoolean written = new AtomicBoolean();

    @AfterEach
    void drop() {
        pool.close();
        database.close();
    }

    @Test
    void none_lost_none_doubled_and_the_order_kept() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Reader>> readers = IntStream.range(0, 3)
                    .mapToObj(n -> threads.submit(() -> read(new Reader())))
                    .toList();
            List<Future<?>> writers = new ArrayList<>();
            PostgresStorage[] nodes = {Storages.on(pool), Storages.on(pool), Storages.on(pool)};
            for (int n = 0; n < WRITERS; n++) {
                Writer writer = new Writer(nodes[n % nodes.length], n);
                writers.add(threads.submit(writer::write));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            written.set(true);
            for (Future<Reader> reader : readers) {
                assertThat(reader.get().seen).isEqualTo(committed);
            }
        }
        assertThat(committed.cardinality()).isGreaterThan(EVENTS * 8 / 10);
        assertThat(new LedgerIntegrity(pool).check())
                .isEqualTo(new LedgerIntegrity.Finding(committed.cardinality(), List.of()));
    }

    private final class Writer {

        private final PostgresStorage storage;
        private final SplittableRandom random;
        private final String shared;
        private final List<String> streams = new ArrayList<>();
        private final Map<String, Long> next = new HashMap<>();

        Writer(PostgresStorage storage, int number) {
            this.storage = storage;
            this.random = new SplittableRandom(number);
            this.shared = "shared " + number / 2;
        }

        void write() {
            while (numbers.get() < EVENTS) {
                if (random.nextInt(10) == 0) {
                    writeShared();
                } else {
                    writeOwn();
                }
            }
        }

        private void writeOwn() {
            Map<String, Long> after = new HashMap<>(next);
            List<Integer> batch = new ArrayList<>();
            boolean stays = Boolean.TRUE.equals(transaction.execute(status -> {
                for (int appends = 1 + random.nextInt(3); appends > 0; appends--) {
                    storage.appendEvents(some(after, batch));
                    stall();
                }
                boolean back = random.nextInt(20) == 0;
                if (back) status.setRollbackOnly();
                return !back;
            }));
            if (stays) {
                next.putAll(after);
                commit(batch);
            }
        }

        private List<GenericDomainEventMessage<?>> some(Map<String, Long> after, List<Integer> batch) {
            List<GenericDomainEventMessage<?>> events = new ArrayList<>();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                String stream = anyStream();
                long sequence = after.getOrDefault(stream, 0L);
                after.put(stream, sequence + 1);
                events.add(event(stream, sequence, batch));
            }
            return events;
        }

        private void writeShared() {
            List<Integer> batch = new ArrayList<>();
            try {
                transaction.executeWithoutResult(status -> {
                    long last = storage.lastSequenceNumberFor(shared).orElse(-1L);
                    storage.appendEvents(List.of(event(shared, last + 1, batch)));
                    stall();
                });
                commit(batch);
            } catch (ConcurrencyException | org.axonframework.modelling.command.AggregateStreamCreationException e) {
                assertThat(LostRace.hasState(e, java.util.Set.of("23505"))).isTrue();
            }
        }

        private String anyStream() {
            if (streams.size() < 50 || random.nextInt(20) == 0) {
                streams.add(UUID.randomUUID().toString());
            }
            return streams.get(random.nextInt(streams.size()));
        }

        private GenericDomainEventMessage<?> event(String stream, long sequence, List<Integer> batch) {
            int number = numbers.getAndIncrement();
            batch.add(number);
            return new GenericDomainEventMessage<>("box", stream, sequence, new Box.Opened(Integer.toString(number)));
        }

        private void stall() {
            if (random.nextInt(100) == 0) {
                LockSupport.parkNanos(random.nextLong(50_000_000));
            }
        }
    }

    private void commit(List<Integer> batch) {
        synchronized (committed) {
            batch.forEach(committed::set);
        }
    }

    private Reader read(Reader reader) {
        PostgresStorage storage = Storages.on(pool);
        boolean last = false;
        for (boolean done = false; !done; ) {
            last = written.get();
            List<TrackedEventMessage<?>> batch = storage.batchAfter(reader.position);
            batch.forEach(reader::on);
            done = last && batch.isEmpty();
        }
        return reader;
    }

    private static final class Reader {

        private final BitSet seen = new BitSet(EVENTS);
        private final Map<String, Long> sequences = new HashMap<>();
        private long position;

        void on(TrackedEventMessage<?> event) {
            DomainEventMessage<?> fact = (DomainEventMessage<?>) event;
            long at = PostgresStorage.position(event.trackingToken());
            assertThat(at).isGreaterThan(position);
            position = at;
            int number = Integer.parseInt(((Box.Opened) event.getPayload()).box());
            assertThat(seen.get(number)).isFalse();
            seen.set(number);
            long sequence = sequences.merge(fact.getAggregateIdentifier(), 0L, (before, none) -> before + 1);
            assertThat(fact.getSequenceNumber()).isEqualTo(sequence);
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(WRITERS + 4);
        return new HikariDataSource(config);
    }
}
