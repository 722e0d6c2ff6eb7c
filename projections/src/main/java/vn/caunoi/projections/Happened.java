package vn.caunoi.projections;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.WholeRecord;

/**
 * An event with what the record knows about it.
 *
 * @param at when it was recorded
 * @param by who gave the order it follows from; null when nobody is known
 * @param sequence its number in its stream, from 0
 */
public record Happened<E>(E event, Instant at, @Nullable String by, long sequence) {

    public static Happened<Object> of(EventMessage<?> message) {
        Object by = message.getMetaData().get(Commands.BY);
        long sequence = message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0;
        return new Happened<>(
                message.getPayload(), message.getTimestamp(), by == null ? null : by.toString(), sequence);
    }

    static Happened<Object> of(WholeRecord.Event recorded) {
        return new Happened<>(recorded.payload(), recorded.at(), recorded.by(), recorded.sequence());
    }
}
