package vn.caunoi.core.ledger.following;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackerStatus;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;

/**
 * A reader that is followed for together with the others, or alone for a while: by a processor of Axon's that sets aside
 * what cannot be taken. All but what is volatile belongs to who holds the turn.
 */
final class Member {

    enum State {
        STOPPED,
        TOGETHER,
        ALONE,
        /** Its own processor is stopping. */
        RETURNING
    }

    private final BatchReader reader;
    private final StreamingEventProcessor alone;
    private final BooleanSupplier hasSetAside;
    private final int segments;
    private volatile State state = State.STOPPED;
    private volatile List<Place> places = List.of();
    private final Map<Integer, Long> left = new HashMap<>();
    private boolean asked;
    private boolean again;
    private CompletableFuture<Void> returning = CompletableFuture.completedFuture(null);

    Member(BatchReader reader, StreamingEventProcessor alone, BooleanSupplier hasSetAside, int segments) {
        this.reader = reader;
        this.alone = alone;
        this.hasSetAside = hasSetAside;
        this.segments = segments;
    }

    String name() {
        return reader.name();
    }

    /** Into how many parts it is split when it is followed for the first time. */
    int segments() {
        return segments;
    }

    /** Never goes alone. */
    boolean drives() {
        return reader instanceof DrivingReader;
    }

    State state() {
        return state;
    }

    StreamingEventProcessor alone() {
        return alone;
    }

    List<Place> places() {
        return places;
    }

    /** Whether it was looked for its places since it holds none. */
    boolean wasAsked() {
        return asked;
    }

    /** Whether this program has not left it to others for a while. */
    boolean mayHold(Segment segment) {
        return left.getOrDefault(segment.getSegmentId(), Long.MIN_VALUE) < System.nanoTime();
    }

    /** Holds a segment no more, for some time; answers what is to be released. */
    List<Place> leave(int segment, long nanos) {
        left.put(segment, System.nanoTime() + nanos);
        List<Place> released = places.stream()
                .filter(place -> place.segment().getSegmentId() == segment)
                .toList();
        places = places.stream().filter(place -> !released.contains(place)).toList();
        reader.forget();
        return released;
    }

    /** It was set back: what comes is not new to it. */
    void takesAgain() {
        again = true;
    }

    boolean isToTakeAgain() {
        return again && !drives();
    }

    boolean holds(Segment segment) {
        return places.stream().anyMatch(place -> place.segment().equals(segment));
    }

    boolean holdsAll() {
        return Tokens.areAll(places.stream().map(Place::segment).toList());
    }

    void hold(List<Place> more) {
        asked = true;
        places = Stream.concat(places.stream(), more.stream()).toList();
    }

    void moved(long from, long to) {
        places = places.stream()
                .map(place -> place.position() == from ? place.at(to) : place)
                .toList();
    }

    /** What it held is released already. */
    void dropAll() {
        places = List.of();
        asked = false;
        again = false;
        reader.forget();
    }

    void join() {
        state = hasSetAside.getAsBoolean() ? startAlone() : State.TOGETHER;
    }

    void stop() {
        state = State.STOPPED;
    }

    void goAlone() {
        state = startAlone();
    }

    private State startAlone() {
        alone.start();
        return State.ALONE;
    }

    void comeBack() {
        returning = alone.shutdownAsync();
        state = State.RETURNING;
    }

    void joinWhenReturned() {
        if (returning.isDone()) state = State.TOGETHER;
    }

    boolean hasSetAside() {
        return hasSetAside.getAsBoolean();
    }

    boolean isTakingAgain() {
        return alone.processingStatus().values().stream().anyMatch(EventTrackerStatus::isReplaying);
    }

    /** How far its own processor has come; none while that has claimed nothing. */
    long positionAlone() {
        return alone.processingStatus().values().stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(-1);
    }

    /** @param oneByOne for the batch failed together */
    void take(List<TrackedEventMessage<?>> events, List<Place> level, boolean oneByOne) {
        List<Segment> mine = level.stream()
                .filter(place -> place.member() == this)
                .map(Place::segment)
                .toList();
        List<? extends EventMessage<?>> taken = Tokens.areAll(mine) ? events : ofSegments(events, mine);
        if (oneByOne) ((DrivingReader) reader).takeOneByOne(taken);
        else reader.take(taken);
    }

    void forget() {
        reader.forget();
    }

    private static List<? extends EventMessage<?>> ofSegments(
            List<TrackedEventMessage<?>> events, List<Segment> segments) {
        return events.stream()
                .filter(event -> segments.stream().anyMatch(segment -> segment.matches(sequence(event))))
                .toList();
    }

    private static Object sequence(EventMessage<?> event) {
        return Objects.requireNonNullElse(
                SequentialPerAggregatePolicy.instance().getSequenceIdentifierFor(event), event.getIdentifier());
    }

    Map<Integer, EventTrackerStatus> status() {
        if (state != State.TOGETHER) return alone.processingStatus();
        return places.stream()
                .collect(Collectors.toMap(
                        place -> place.segment().getSegmentId(),
                        place -> new TrackerStatus(
                                place.segment(), true, new GlobalSequenceTrackingToken(place.position()), null)));
    }
}
