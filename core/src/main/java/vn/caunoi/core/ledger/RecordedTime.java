package vn.caunoi.core.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Stamps each event with the business clock when it is recorded: microseconds, never going back, not even when the
 * clock does or when the program starts again with an earlier clock. Axon's own clock stays untouched, for claims on
 * tokens are measured with it.
 * An event's identifier is derived from its stream and sequence, so that it needs no room in the record.
 */
final class RecordedTime implements MessageDispatchInterceptor<EventMessage<?>> {

    private final Clock clock;
    private final AtomicReference<Instant> last;

    RecordedTime(Clock clock, Instant newestRecorded) {
        this.clock = clock;
        this.last = new AtomicReference<>(newestRecorded);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> stamped(event, next());
    }

    private Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return last.accumulateAndGet(now, (before, current) -> current.isBefore(before) ? before : current);
    }

    private static EventMessage<?> stamped(EventMessage<?> event, Instant recorded) {
        return switch (event) {
            case DomainEventMessage<?> fact ->
                new GenericDomainEventMessage<>(
                        fact.getType(),
                        fact.getAggregateIdentifier(),
                        fact.getSequenceNumber(),
                        new GenericMessage<>(placeOf(fact), fact.getPayload(), fact.getMetaData()),
                        recorded);
            case EventMessage<?> plain -> new GenericEventMessage<>(plain, () -> recorded);
        };
    }

    private static String placeOf(DomainEventMessage<?> fact) {
        return StreamKey.eventAt(StreamKey.of(fact.getAggregateIdentifier()).key(), fact.getSequenceNumber());
    }
}
