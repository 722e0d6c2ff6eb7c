package vn.caunoi.core.ledger;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was last read of the log, by the position it was read after, so that many followers at the same position cost
 * one query, and one event is read and opened once. What follows a position never changes once it could be read; it
 * only grows.
 */
final class RecentBatches {

    private static final int MOST = 64;

    private final ConcurrentMap<Long, List<TrackedEventMessage<?>>> batches = new ConcurrentHashMap<>();

    /** From memory, or read now; an empty batch is not kept. */
    List<TrackedEventMessage<?>> after(long position, LongFunction<List<TrackedEventMessage<?>>> read) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // it may see what is never committed
            return read.apply(position);
        }
        List<TrackedEventMessage<?>> found = batches.computeIfAbsent(position, after -> nullIfEmpty(read.apply(after)));
        if (batches.size() > MOST) {
            batches.keySet().stream().min(Long::compare).ifPresent(batches::remove);
        }
        return found == null ? List.of() : found;
    }

    @SuppressWarnings("NullAway") // null tells the map to keep nothing
    private static List<TrackedEventMessage<?>> nullIfEmpty(List<TrackedEventMessage<?>> batch) {
        return batch.isEmpty() ? null : batch;
    }
}
