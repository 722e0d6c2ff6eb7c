package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When followers are told that the record went on though nobody here wrote. */
class LookoutTest {

    private final AtomicLong drawn = new AtomicLong();
    private final AtomicLong horizon = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore told = new Semaphore(0);
    private final Semaphore woken = new Semaphore(0);
    private final Lookout lookout = new Lookout(
            new Lookout.Questions() {
                @Override
                public long drawn() {
                    looks.incrementAndGet();
                    if (drawn.get() < 0) throw new EventStoreException("the database is away");
                    return drawn.get();
                }

                @Override
                public void tell() {
                    told.release();
                }

                @Override
                public long horizon() {
                    return horizon.get();
                }
            },
            woken::release,
            () -> Duration.ofMillis(200));

    @AfterEach
    void stop() {
        lookout.stop();
    }

    @Test
    void what_another_node_wrote_wakes_them() throws InterruptedException {
        started();
        horizon.set(3);
        drawn.set(3);
        assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_was_held_up_wakes_them_when_the_open_transaction_has_ended() throws InterruptedException {
        started();
        drawn.set(9);
        assertThat(woken.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        horizon.set(9);
        assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void while_nothing_happens_it_looks_seldom_and_wakes_nobody() throws InterruptedException {
        started();
        assertThat(woken.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
        int before = looks.get();
        assertThat(woken.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
        assertThat(looks.get() - before).isLessThan(7);
    }

    @Test
    void other_nodes_are_told_once_of_all_that_was_written_since_the_last_look() throws InterruptedException {
        started();
        assertThat(told.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        for (int n = 0; n < 100; n++) lookout.wrote();
        assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(told.tryAcquire(10, 500, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void it_goes_on_when_the_database_was_away() throws InterruptedException {
        started();
        drawn.set(-1);
        assertThat(woken.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        horizon.set(4);
        drawn.set(4);
        assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private void started() throws InterruptedException {
        lookout.start();
        assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
}
