package vn.caunoi.core.ledger;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** An event as it was read. */
record EventRow(UUID key, long sequence, EventNames.Name name, Instant recorded, String body, Envelope envelope)
        implements DomainEventData<String> {

    @Override
    public String getEventIdentifier() {
        String given = envelope.identifier();
        return given == null ? identifier(key, envelope.stream(), sequence, name.kind() == null) : given;
    }

    /** That of an event which was given none of its own. */
    static String identifier(UUID key, @Nullable String stream, long sequence, boolean ofNoAggregate) {
        if (!ofNoAggregate || sequence != 0) return StreamKey.eventAt(key, sequence);
        return stream == null ? key.toString() : stream;
    }

    /** Axon keeps such an event as the only one of a stream named like its identifier. */
    boolean isOfNoAggregate() {
        return name.kind() == null && sequence == 0;
    }

    @Override
    public Instant getTimestamp() {
        return recorded;
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(envelope.metadata(), String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(body, String.class, new SimpleSerializedType(name.name(), name.revision()));
    }

    @Override
    public @Nullable String getType() {
        return name.kind();
    }

    @Override
    public String getAggregateIdentifier() {
        String given = envelope.stream();
        return given == null ? key.toString() : given;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
