package vn.caunoi.core.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Hears what is recorded from a position on, by this program or another, as it becomes visible. It asks nothing while
 * nothing is recorded, and holds no connection. Used by one thread.
 */
public final class Listening implements AutoCloseable {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final Semaphore woken = new Semaphore(0);
    private long at;

    Listening(EventStore events, long after) {
        at = after;
        stream = events.openStream(new GlobalSequenceTrackingToken(after));
        stream.setOnAvailableCallback(woken::release);
    }

    /**
     * Waits for more; the answer has no events where nothing wanted came in that time.
     *
     * @param most events to be looked at
     */
    public ReadingOn.Part next(int most, Wanted wanted, Duration atMost) throws InterruptedException {
        if (!stream.hasNextAvailable() && woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS))
            woken.drainPermits();
        List<Recorded> found = new ArrayList<>();
        for (int read = 0; read < most && stream.hasNextAvailable(); read++) {
            TrackedEventMessage<?> next = stream.nextAvailable();
            at = PostgresStorage.position(next.trackingToken());
            if (next instanceof DomainEventMessage<?> event && wanted.includes(event.getPayloadType()))
                found.add(Streams.recorded(event));
        }
        return new ReadingOn.Part(found, at);
    }

    @Override
    public void close() {
        stream.close();
    }
}
