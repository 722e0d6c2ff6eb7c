package vn.caunoi.processes.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PetitionEvent;

/**
 * One event of a petition's stream, as the driver follows it.
 *
 * @param next sequence of the first event that the process has not followed yet: this one, unless it goes before
 *     others that wait
 */
record Happened(PetitionEvent event, long sequence, Instant at, long next) {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return event.getAnnotation(StoredAs.class).value();
        }
    };

    Happened(PetitionEvent event, long sequence, Instant at) {
        this(event, sequence, at, sequence);
    }

    /** Empty when the event is not a petition's. */
    static Optional<Happened> in(DomainEventMessage<?> message) {
        return message.getPayload() instanceof PetitionEvent event
                ? Optional.of(new Happened(event, message.getSequenceNumber(), message.getTimestamp()))
                : Optional.empty();
    }

    static Happened of(Recorded event) {
        return new Happened((PetitionEvent) event.payload(), event.sequence(), event.at());
    }

    /** Goes before the events from that one on. */
    Happened before(long other) {
        return new Happened(event, sequence, at, other);
    }

    /** The same, that much later. */
    Happened later(Duration delay) {
        return delay.isZero() ? this : new Happened(event, sequence, at.plus(delay), next);
    }

    String petition() {
        return event.petition().value();
    }

    /** Logical name: what diagrams catch. */
    String name() {
        return NAMES.get(event.getClass());
    }
}
