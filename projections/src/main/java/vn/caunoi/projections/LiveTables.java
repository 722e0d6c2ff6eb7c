package vn.caunoi.projections;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The read model in use: how far it has come, stopping it and going on. */
final class LiveTables {
    private final String name;
    private final EventProcessingConfiguration processing;
    private final TransactionTemplate transaction;
    private final StreamingEventProcessor processor;
    private final TokenStore tokens;

    LiveTables(String name, EventProcessingConfiguration processing, TransactionTemplate transaction) {
        this.name = name;
        this.processing = processing;
        this.transaction = transaction;
        this.processor = processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("nothing follows the record for " + name));
        this.tokens = processing.tokenStore(name);
    }

    /** What is done while it stands still. */
    interface Work {
        void run() throws InterruptedException;
    }

    void standingStill(Work work) throws InterruptedException {
        boolean ran = processor.isRunning();
        processor.shutDown();
        try {
            work.run();
        } finally {
            if (ran) processor.start();
        }
    }

    /** Where each of its segments is; it stands still. */
    List<Long> positions() {
        return Objects.requireNonNull(transaction.execute(status ->
                segments().mapToObj(this::claimed).map(LiveTables::position).toList()));
    }

    /** From there on it goes, in the caller's transaction. */
    void moveTo(long position) {
        segments().forEach(segment -> {
            claimed(segment);
            tokens.storeToken(new GlobalSequenceTrackingToken(position), name, segment);
            tokens.releaseClaim(name, segment);
        });
    }

    /** Whether it could not take some events. */
    boolean hasSetAside() {
        return processing
                .deadLetterQueue(name)
                .filter(letters -> letters.amountOfSequences() > 0)
                .isPresent();
    }

    /** What it had set aside was settled otherwise. */
    void forgetSetAside() {
        processing.deadLetterQueue(name).ifPresent(SequencedDeadLetterQueue::clear);
    }

    private IntStream segments() {
        return Arrays.stream(tokens.fetchSegments(name));
    }

    private @Nullable TrackingToken claimed(int segment) {
        try {
            return tokens.fetchToken(name, segment);
        } catch (UnableToClaimTokenException held) {
            throw new IllegalStateException("another node follows the record for " + name, held);
        }
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
