package vn.caunoi.projections;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.WholeRecord;

/**
 * Fills empty tables stream by stream: one thread reads and opens events while this one folds and writes. Nothing is
 * read back, and each row is written once, in its last state.
 */
final class FirstFilling {
    private static final int PART = 10_000;
    private static final int AHEAD = 3;
    private static final List<Recorded> END = List.of();

    private final WholeRecord record;
    private final TransactionTemplate transaction;
    private final ReadModel.Filling filling;
    private volatile boolean stopped;

    FirstFilling(WholeRecord record, TransactionTemplate transaction, ReadModel.Filling filling) {
        this.record = record;
        this.transaction = transaction;
        this.filling = filling;
    }

    /** @param written told after each part how many events were in it */
    void upTo(long position, IntConsumer written) throws InterruptedException {
        BlockingQueue<List<Recorded>> parts = new ArrayBlockingQueue<>(AHEAD);
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(position, parts), FirstFilling::start);
        try {
            for (List<Recorded> part = next(parts, reading); part != END; part = next(parts, reading)) {
                write(part);
                written.accept(part.size());
            }
        } finally {
            stopped = true;
            parts.clear();
        }
    }

    private static void start(Runnable reader) {
        Thread.ofPlatform().daemon().name("rebuild-reader").start(reader);
    }

    private void read(long position, BlockingQueue<List<Recorded>> parts) {
        record.upTo(position, PART, part -> put(parts, part));
        put(parts, END);
    }

    private void put(BlockingQueue<List<Recorded>> parts, List<Recorded> part) {
        try {
            do {
                if (stopped) throw new IllegalStateException("nobody takes what is read");
            } while (!parts.offer(part, 100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was stopped", stopped);
        }
    }

    private static List<Recorded> next(BlockingQueue<List<Recorded>> parts, CompletableFuture<Void> reading)
            throws InterruptedException {
        while (true) {
            List<Recorded> part = parts.poll(100, TimeUnit.MILLISECONDS);
            if (part != null) return part;
            if (reading.isCompletedExceptionally()) failed(reading);
        }
    }

    private static void failed(CompletableFuture<Void> reading) {
        try {
            reading.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("the record could not be read", failure.getCause());
        }
    }

    private void write(List<Recorded> part) {
        transaction.executeWithoutResult(status -> {
            part.forEach(event -> filling.take(Happened.of(event)));
            filling.flush();
        });
    }
}
