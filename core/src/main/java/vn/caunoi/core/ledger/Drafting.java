package vn.caunoi.core.ledger;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the events of one append down; what they have in common once. */
final class Drafting {

    private final Serializer serializer;
    private final StreamMember member;
    private final Consumer<Class<?>> mayBeRecorded;
    private final List<Appending.Draft> drafts = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private @Nullable Place last;

    private record Place(String text, StreamKey stream) {}

    private record About(@Nullable String id, StreamKey stream, MetaData metadata, String packed) {}

    private @Nullable About about;

    Drafting(Serializer serializer, Consumer<Class<?>> mayBeRecorded) {
        this.serializer = serializer;
        this.member = LedgerJson.member(serializer);
        this.mayBeRecorded = mayBeRecorded;
    }

    void add(EventMessage<?> event) {
        mayBeRecorded.accept(event.getPayloadType());
        DomainEventMessage<?> fact = EventUtils.asDomainEventMessage(event);
        StreamKey stream = stream(fact.getAggregateIdentifier());
        SerializedObject<String> body = fact.serializePayload(serializer, String.class);
        EventNames.Name name =
                new EventNames.Name(body.getType().getName(), body.getType().getRevision(), fact.getType());
        String given = id(fact, stream, name);
        if (given != null) ids.add(given);
        drafts.add(new Appending.Draft(
                stream.key(),
                Math.toIntExact(fact.getSequenceNumber()),
                name,
                fact.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                member.without(name, stream, body.getData()),
                metadata(given, stream, fact.getMetaData())));
    }

    List<Appending.Draft> drafts() {
        return drafts;
    }

    /** Those that are not derived. */
    List<String> ids() {
        return ids;
    }

    private StreamKey stream(String text) {
        Place known = last;
        if (known != null && known.text().equals(text)) return known.stream();
        StreamKey stream = StreamKey.of(text);
        last = new Place(text, stream);
        return stream;
    }

    private static @Nullable String id(DomainEventMessage<?> fact, StreamKey stream, EventNames.Name name) {
        String derived =
                EventRow.identifier(stream.key(), stream.given(), fact.getSequenceNumber(), name.kind() == null);
        return derived.equals(fact.getIdentifier()) ? null : fact.getIdentifier();
    }

    private String metadata(@Nullable String id, StreamKey stream, MetaData metadata) {
        About before = about;
        if (before != null
                && Objects.equals(before.id(), id)
                && before.stream() == stream
                && before.metadata().equals(metadata)) {
            return before.packed();
        }
        String packed = Envelope.pack(id, stream.given(), metadata, serializer);
        about = new About(id, stream, metadata, packed);
        return packed;
    }
}
