package vn.caunoi.core.ledger.following;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A reader as Axon sees it. What concerns its segments and positions is done by the processor it has for itself. */
public final class TogetherProcessor implements StreamingEventProcessor, Lifecycle {

    private final Together together;
    private final StreamingEventProcessor alone;
    private final Member member;

    /**
     * @param alone follows for this reader when it cannot keep step; not started by anybody else
     * @param hasSetAside whether events wait that the reader could not take
     */
    public TogetherProcessor(
            Together together,
            BatchReader reader,
            StreamingEventProcessor alone,
            BooleanSupplier hasSetAside,
            int segments) {
        this.together = together;
        this.alone = alone;
        this.member = new Member(reader, alone, hasSetAside, segments);
    }

    @Override
    public String getName() {
        return alone.getName();
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS, this::start);
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutDown);
    }

    @Override
    public void start() {
        together.start(member);
    }

    @Override
    public void shutDown() {
        together.stop(member);
    }

    @Override
    public CompletableFuture<Void> shutdownAsync() {
        return CompletableFuture.runAsync(this::shutDown);
    }

    @Override
    public boolean isRunning() {
        return member.state() != Member.State.STOPPED;
    }

    @Override
    public boolean isError() {
        return alone.isError();
    }

    @Override
    public Map<Integer, EventTrackerStatus> processingStatus() {
        return member.status();
    }

    @Override
    public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
        return alone.getHandlerInterceptors();
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        return alone.registerHandlerInterceptor(interceptor);
    }

    @Override
    public String getTokenStoreIdentifier() {
        return alone.getTokenStoreIdentifier();
    }

    @Override
    public int maxCapacity() {
        return alone.maxCapacity();
    }

    @Override
    public void releaseSegment(int segment) {
        releaseSegment(segment, 1, TimeUnit.SECONDS);
    }

    @Override
    public void releaseSegment(int segment, long duration, TimeUnit unit) {
        if (member.state() == Member.State.TOGETHER) together.release(member, segment, unit.toNanos(duration));
        else alone.releaseSegment(segment, duration, unit);
    }

    @Override
    public CompletableFuture<Boolean> claimSegment(int segment) {
        return alone.claimSegment(segment);
    }

    @Override
    public CompletableFuture<Boolean> splitSegment(int segment) {
        return alone.splitSegment(segment);
    }

    @Override
    public CompletableFuture<Boolean> mergeSegment(int segment) {
        return alone.mergeSegment(segment);
    }

    @Override
    public boolean supportsReset() {
        return alone.supportsReset();
    }

    @Override
    public void resetTokens() {
        alone.resetTokens();
    }

    @Override
    public <R> void resetTokens(@Nullable R context) {
        alone.resetTokens(context);
    }

    @Override
    public void resetTokens(Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> start) {
        alone.resetTokens(start);
    }

    @Override
    public <R> void resetTokens(
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> start, @Nullable R context) {
        alone.resetTokens(start, context);
    }

    @Override
    public <R> void resetTokens(TrackingToken start, @Nullable R context) {
        alone.resetTokens(start, context);
    }
}
