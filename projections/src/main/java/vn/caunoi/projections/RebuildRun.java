package vn.caunoi.projections;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.WholeRecord;
import vn.caunoi.core.petition.PetitionEvent;

/** One rebuild from its beginning to its end. */
final class RebuildRun {
    private static final int BATCH = 1_000;
    private static final int PATIENCE_MILLIS = 10_000;

    private final ReadModel model;
    private final EventStore events;
    private final EventProcessingConfiguration processing;
    private final TransactionTemplate transaction;
    private final Consumer<Rebuild.Progress> progress;
    private final Shadow shadow;
    private final WholeRecord record;
    private final ReadModel.Filling filling;
    private final long begun = System.nanoTime();
    private @Nullable TrackingToken reached;
    private long read;

    RebuildRun(
            ReadModel model,
            EventStore events,
            EventProcessingConfiguration processing,
            WholeRecord record,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Consumer<Rebuild.Progress> progress) {
        this.model = model;
        this.events = events;
        this.processing = processing;
        this.transaction = transaction;
        this.progress = progress;
        this.shadow = new Shadow(jdbc, model);
        this.record = record;
        this.filling = model.filling(shadow.tables());
        this.reached = events.createTailToken();
    }

    Rebuild.Progress run() {
        shadow.create();
        try {
            if (model.isFoldedByStream()) firstFilling();
            shadow.index();
            followOn();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild of " + model.name() + " was stopped", stopped);
        } finally {
            shadow.drop();
        }
        return told();
    }

    /** What was recorded when the rebuild began. */
    private void firstFilling() throws InterruptedException {
        TrackingToken head = events.createHeadToken();
        long until = head == null ? 0 : head.position().orElse(0);
        new FirstFilling(record, transaction, model.filling(shadow.empty())).upTo(until, written -> {
            read += written;
            progress.accept(told());
        });
        reached = head;
    }

    private void followOn() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(reached)) {
            catchUp(stream);
            replace(stream);
        }
    }

    /** Nearly: what is recorded all the time must not keep it from coming to an end. */
    private void catchUp(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        while (stream.hasNextAvailable()) {
            if (take(stream) < BATCH) return;
        }
    }

    private int take(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && stream.hasNextAvailable()) batch.add(stream.nextAvailable());
        transaction.executeWithoutResult(status -> {
            batch.forEach(message -> {
                if (message.getPayload() instanceof PetitionEvent event) filling.expect(event);
            });
            batch.forEach(message -> filling.take(Happened.of(message)));
            filling.flush();
        });
        reached = batch.getLast().trackingToken();
        read += batch.size();
        progress.accept(told());
        return batch.size();
    }

    /** With the live one standing still: first as far as it came, then in its place. */
    private void replace(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        StreamingEventProcessor live = processing
                .eventProcessor(model.name(), StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("nothing follows the record for " + model.name()));
        boolean ran = live.isRunning();
        live.shutDown();
        try {
            TokenStore tokens = processing.tokenStore(model.name());
            comeAsFarAs(liveTokens(tokens), stream);
            transaction.executeWithoutResult(status -> {
                shadow.takePlace();
                move(tokens);
                processing.deadLetterQueue(model.name()).ifPresent(SequencedDeadLetterQueue::clear);
            });
        } finally {
            if (ran) live.start();
        }
    }

    private List<TrackingToken> liveTokens(TokenStore tokens) {
        return Objects.requireNonNull(transaction.execute(status -> segments(tokens)
                .mapToObj(segment -> claimed(tokens, segment))
                .filter(Objects::nonNull)
                .toList()));
    }

    private void comeAsFarAs(List<TrackingToken> live, BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        while (!live.stream().allMatch(token -> reached != null && reached.covers(token))) {
            if (!stream.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the record does not reach as far as " + model.name() + " has come");
            }
            take(stream);
        }
    }

    private void move(TokenStore tokens) {
        segments(tokens).forEach(segment -> {
            claimed(tokens, segment);
            if (reached != null) tokens.storeToken(reached, model.name(), segment);
            tokens.releaseClaim(model.name(), segment);
        });
    }

    private java.util.stream.IntStream segments(TokenStore tokens) {
        return Arrays.stream(tokens.fetchSegments(model.name()));
    }

    private @Nullable TrackingToken claimed(TokenStore tokens, int segment) {
        try {
            return tokens.fetchToken(model.name(), segment);
        } catch (UnableToClaimTokenException held) {
            throw new IllegalStateException("another node follows the record for " + model.name(), held);
        }
    }

    private Rebuild.Progress told() {
        TrackingToken head = events.createHeadToken();
        long total = head == null ? read : Math.max(read, head.position().orElse(0));
        return new Rebuild.Progress(model.name(), read, total, Duration.ofNanos(System.nanoTime() - begun));
    }
}
