package vn.caunoi.projections;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import vn.caunoi.core.ledger.WholeReading;
import vn.caunoi.core.ledger.WholeRecord;

/**
 * Fills empty tables stream by stream: what the model wants is gathered first, then two threads fold, and each table
 * has one that writes. Nothing is read back, and each row is written once, in its last state.
 */
final class FirstFilling {
    private static final int FOLDING = 2;
    private static final int PART = 5_000;
    /** How much of this work is reading, by experience. */
    private static final double READING = 0.25;

    private final ReadModel model;
    private final WholeReading reading;
    private final Loading loading;
    private final Tables tables;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong folded = new AtomicLong();
    private volatile boolean stopped;

    FirstFilling(ReadModel model, WholeReading reading, Loading loading, Tables tables) {
        this.model = model;
        this.reading = reading;
        this.loading = loading;
        this.tables = tables;
    }

    /**
     * @param events about how many there are
     * @param done told now and then, in the caller's thread, which share is done
     */
    void run(long events, DoubleConsumer done) throws InterruptedException {
        CompletableFuture<?> running = CompletableFuture.completedFuture(null);
        try {
            CompletableFuture<Void> gathering = Workers.start("rebuild-reader", () -> reading.gather(read::addAndGet));
            running = gathering;
            Workers.await(
                    gathering, () -> done.accept(READING * Math.min(1, (double) read.get() / Math.max(1, events))));
            CompletableFuture<?>[] folding = IntStream.range(0, FOLDING)
                    .mapToObj(n -> Workers.start("rebuild-fold-" + n, this::fold))
                    .toArray(CompletableFuture<?>[]::new);
            running = CompletableFuture.allOf(folding);
            Workers.await(CompletableFuture.allOf(folding), () -> done.accept(READING + (1 - READING) * share()));
            loading.finish();
        } finally {
            stopped = true;
            reading.stop();
            loading.giveUp();
            running.exceptionally(told -> null).join();
        }
    }

    private double share() {
        return (double) folded.get() / Math.max(1, reading.gathered());
    }

    private void fold() {
        boolean whole = false;
        try {
            foldAll();
            whole = true;
        } finally {
            if (!whole) stopped = true;
        }
    }

    private void foldAll() {
        ReadModel.Filling filling = model.filling(tables);
        WholeReading.Reader reader = reading.reader();
        for (List<WholeRecord.Event> part = reader.next(PART); !part.isEmpty(); part = reader.next(PART)) {
            if (stopped) return;
            part.forEach(event -> filling.take(Happened.of(event)));
            filling.flush();
            folded.addAndGet(part.size());
        }
    }
}
