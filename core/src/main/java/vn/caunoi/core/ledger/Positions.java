package vn.caunoi.core.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each processor has come: from memory when all its segments run here, else from the token table. */
final class Positions {

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final Serializer tokens;

    Positions(EventProcessingConfiguration processing, JdbcClient jdbc, Serializer tokens) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    List<String> processors() {
        return processing.eventProcessors().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StreamingEventProcessor)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** The number up to which everything was handled and committed. */
    long of(String processor) {
        return inMemory(processor).orElseGet(() -> stored(processor));
    }

    private OptionalLong inMemory(String processor) {
        return processing
                .eventProcessor(processor, StreamingEventProcessor.class)
                .map(running -> running.processingStatus().values())
                .filter(Positions::areAll)
                .map(segments ->
                        segments.stream().mapToLong(Positions::position).min())
                .orElse(OptionalLong.empty());
    }

    private static boolean areAll(Collection<EventTrackerStatus> segments) {
        return segments.stream()
                        .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                        .sum()
                == 1.0;
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(0);
    }

    private long stored(String processor) {
        return jdbc
                .sql("select token, token_type from ledger.token where processor = :processor")
                .param("processor", processor)
                .query((row, number) -> position(row.getBytes("token"), row.getString("token_type")))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return 0;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return Optional.of(read)
                .map(TrackingToken::position)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }
}
