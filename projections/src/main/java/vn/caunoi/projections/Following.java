package vn.caunoi.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.petition.PetitionEvent;

/** Brings tables that are not in use yet from where they stand to where the record is. */
final class Following implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int PATIENCE_MILLIS = 10_000;

    private final ReadModel.Filling filling;
    private final TransactionTemplate transaction;
    private final LongConsumer progress;
    private final BlockingStream<TrackedEventMessage<?>> stream;
    private long reached;

    /** @param progress told after each batch where the tables stand */
    Following(
            EventStore events,
            long after,
            ReadModel.Filling filling,
            TransactionTemplate transaction,
            LongConsumer progress) {
        this.filling = filling;
        this.transaction = transaction;
        this.progress = progress;
        this.reached = after;
        this.stream = events.openStream(new GlobalSequenceTrackingToken(after));
    }

    long reached() {
        return reached;
    }

    /** Nearly: what is recorded all the time must not keep it from coming to an end. */
    void catchUp() throws InterruptedException {
        while (stream.hasNextAvailable()) {
            if (take(Long.MAX_VALUE) < BATCH) return;
        }
    }

    /** Not further than there, if it is not further already. */
    void comeAsFarAs(long position) throws InterruptedException {
        while (reached < position) {
            if (!stream.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                throw new IllegalStateException("the record does not reach as far as the tables in use have come");
            if (take(position) == 0) reached = position;
        }
    }

    private int take(long until) throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && isNextBefore(until)) batch.add(stream.nextAvailable());
        if (batch.isEmpty()) return 0;
        transaction.executeWithoutResult(status -> {
            batch.forEach(message -> {
                if (message.getPayload() instanceof PetitionEvent event) filling.expect(event);
            });
            batch.forEach(message -> filling.take(Happened.of(message)));
            filling.flush();
        });
        reached = LiveTables.position(batch.getLast().trackingToken());
        progress.accept(reached);
        return batch.size();
    }

    private boolean isNextBefore(long until) {
        return stream.peek()
                .filter(next -> LiveTables.position(next.trackingToken()) <= until)
                .isPresent();
    }

    @Override
    public void close() {
        stream.close();
    }
}
