package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesFillTest {

    private static final long WORK_NANOS = 3_000_000;

    private final BatchesFill batches = new BatchesFill(1, Executors.defaultThreadFactory());

    @AfterEach
    void stop() {
        batches.shutdownNow();
    }

    @Test
    void what_comes_right_after_a_batch_waits_as_long_as_that_took() throws Exception {
        AtomicLong ended = new AtomicLong();
        AtomicLong began = new AtomicLong();
        batches.submit(() -> {
                    works();
                    ended.set(System.nanoTime());
                })
                .get(1, TimeUnit.MINUTES);
        batches.submit(() -> began.set(System.nanoTime())).get(1, TimeUnit.MINUTES);
        assertThat(began.get() - ended.get()).isGreaterThanOrEqualTo(WORK_NANOS);
    }

    /** No pause, which may end too early. */
    private static void works() {
        long until = System.nanoTime() + WORK_NANOS;
        while (System.nanoTime() < until) Thread.onSpinWait();
    }
}
