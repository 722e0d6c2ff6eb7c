package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.TestDatabase;

/** What one node wrote comes to others that share the database: by word, and without. */
class EarTest {

    private static final Duration ONLY_BY_WORD = Duration.ofMinutes(5);

    private final TestDatabase database = TestDatabase.fresh();
    private final Semaphore heard = new Semaphore(0);
    private final Ear ear = new Ear(database.dataSource(), heard::release);

    @AfterEach
    void stop() {
        ear.stop();
        database.close();
    }

    @Test
    void what_one_node_wrote_another_sees_by_its_word_alone() throws InterruptedException {
        LedgerEvents one = node(ONLY_BY_WORD);
        LedgerEvents other = node(ONLY_BY_WORD);
        TrackingEventStream here = one.openStream(null);
        TrackingEventStream there = other.openStream(null);
        await(() -> one.hearsOthers() && other.hearsOthers());
        assertThat(there.hasNextAvailable(3, TimeUnit.SECONDS)).isFalse();
        publish(one);
        assertThat(there.hasNextAvailable(1, TimeUnit.MINUTES)).isTrue();
        here.close();
        there.close();
    }

    @Test
    void what_nobody_told_of_is_seen_all_the_same() throws InterruptedException {
        LedgerEvents node = node(Duration.ofSeconds(1));
        TrackingEventStream there = node.openStream(null);
        await(node::hearsOthers);
        assertThat(there.hasNextAvailable(1, TimeUnit.SECONDS)).isFalse();
        Storages.on(database).appendEvents(List.of(event()));
        assertThat(there.hasNextAvailable(1, TimeUnit.MINUTES)).isTrue();
        there.close();
    }

    @Test
    void when_the_connection_breaks_it_is_looked_for_at_once_and_it_listens_again() throws InterruptedException {
        ear.start();
        await(ear::hears);
        heard.drainPermits();
        assertThat(listening("pg_terminate_backend(pid)")).isEqualTo(1);
        assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        await(ear::hears);
    }

    @Test
    void who_stops_leaves_no_connection_that_listens() {
        ear.start();
        await(ear::hears);
        ear.stop();
        await(() -> !ear.hears() && listening("pid") == 0);
        ear.start();
        await(ear::hears);
    }

    @Test
    void its_own_word_wakes_nobody_here() throws Exception {
        ear.start();
        await(ear::hears);
        heard.drainPermits();
        tell(ear);
        assertThat(heard.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
        tell(new Ear(database.dataSource(), () -> {}));
        assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    /** How many connections listen, after something was done to each. */
    private int listening(String done) {
        return database.jdbc()
                .sql("select " + done + """
                         from pg_stat_activity
                        where datname = current_database() and query like '%pg_notify%' and pid <> pg_backend_pid()""")
                .query((row, number) -> row.getString(1))
                .list()
                .size();
    }

    private void tell(Ear who) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            who.tell(connection);
        }
    }

    private LedgerEvents node(Duration seldom) {
        return LedgerEvents.builder(Storages.on(database))
                .lookingAfter(seldom)
                .talkingToOthers(database.dataSource())
                .build();
    }

    private static void publish(LedgerEvents node) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.execute(() -> node.publish(event()));
    }

    private static GenericDomainEventMessage<?> event() {
        String box = UUID.randomUUID().toString();
        return new GenericDomainEventMessage<>("box", box, 0, new Box.Opened(box));
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
