package vn.caunoi.processes.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Attempts;
import vn.caunoi.processes.sweeper.DueDates;

/**
 * Follows every event of every petition and moves its processes; what happened is reported to the petition, in the same
 * transaction. An event that cannot be followed parks its petition, visibly: its later events wait in the stream, other
 * petitions go on.
 */
@ProcessingGroup(Driver.GROUP)
class Driver {

    static final String GROUP = "driver";
    static final String BY = "system:driver";
    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

    private final Mover mover;
    private final Past past;
    private final Places places;
    private final DueDates due;
    private final Attempts attempts;
    private final Commands commands;
    private final Streams streams;
    private final StreamLocks locks;
    private final Watch watch;

    Driver(
            Mover mover,
            Past past,
            Places places,
            DueDates due,
            Attempts attempts,
            Commands commands,
            Streams streams,
            StreamLocks locks,
            Watch watch) {
        this.mover = mover;
        this.past = past;
        this.places = places;
        this.due = due;
        this.attempts = attempts;
        this.commands = commands;
        this.streams = streams;
        this.locks = locks;
        this.watch = watch;
    }

    @EventHandler
    void on(PetitionEvent event, DomainEventMessage<?> message) {
        lockBatch();
        Happened happened = new Happened(event, message.getSequenceNumber(), message.getTimestamp());
        past.pass(happened);
        due.follow(event, happened.at());
        switch (event) {
            case IncidentRetried e -> resume(happened, 0);
            case IncidentSkipped e -> resume(happened, 1);
            default -> followUnlessParked(happened);
        }
    }

    @EventHandler
    void on(DirectoryEvent event) {
        switch (event) {
            case DirectoryEvent.UnitEstablished e -> places.established(e.unit(), e.parent());
            case DirectoryEvent.OfficerAppointed e -> {}
        }
    }

    /** All petitions of the batch at once and in order, before any is loaded, so that no two nodes wait in a ring. */
    private void lockBatch() {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        root.getOrComputeResource("driver.locked", key -> {
            locks.take(streamsOf(root));
            return true;
        });
    }

    private static List<String> streamsOf(UnitOfWork<?> root) {
        List<?> messages =
                root instanceof BatchingUnitOfWork<?> batch ? batch.getMessages() : List.of(root.getMessage());
        return messages.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .toList();
    }

    private void followUnlessParked(Happened happened) {
        if (mover.concerns(happened) && places.parked(happened.petition()).isEmpty()) follow(happened);
    }

    /** @param leaveOut how many of the waiting events are left out */
    private void resume(Happened order, int leaveOut) {
        Optional<Long> parked = places.parked(order.petition());
        if (parked.isEmpty()) return;
        places.unpark(order.petition());
        long from = parked.get() + leaveOut;
        boolean caughtUp = waiting(order, from).stream().filter(mover::concerns).allMatch(this::follow);
        if (caughtUp) watch.resumed();
    }

    private List<Happened> waiting(Happened order, long from) {
        try (var events = streams.upTo(order.petition(), order.sequence() - 1)) {
            return events.filter(event -> event.sequence() >= from)
                    .map(Driver::happened)
                    .toList();
        }
    }

    private static Happened happened(Recorded event) {
        return new Happened((PetitionEvent) event.payload(), event.sequence(), event.at());
    }

    /** Moves the petition by one event, or parks it there. */
    private boolean follow(Happened happened) {
        long began = System.nanoTime();
        Move move = mover.begin(happened);
        Optional<RuntimeException> failure = attempts.run(() -> {
            mover.carryOut(move, happened);
            move.reports().forEach(report -> commands.send(report, BY));
        });
        failure.ifPresent(cause -> park(happened, move, cause));
        if (failure.isEmpty()) watch.moved(happened.name(), Duration.ofNanos(System.nanoTime() - began));
        return failure.isEmpty();
    }

    private void park(Happened happened, Move move, RuntimeException failure) {
        String cause = PlainCause.of(failure);
        LOG.warn(
                "petition {} is stuck at event {} ({}): {}",
                happened.petition(),
                happened.sequence(),
                happened.name(),
                cause);
        places.park(happened.petition(), happened.sequence());
        commands.send(
                new Report.OpenIncident(
                        happened.event().petition(),
                        happened.sequence(),
                        happened.name(),
                        move.process(),
                        move.activity(),
                        cause),
                BY);
        watch.parked(happened.name());
    }
}
