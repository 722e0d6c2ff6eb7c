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
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Attempts;

/**
 * Follows every event of every petition and moves its processes; what happened is reported to the petition, in the same
 * transaction. An event that cannot be followed parks its petition, visibly: its later events wait in the stream, other
 * petitions go on.
 */
@ProcessingGroup(Driver.GROUP)
class Driver implements Follower.Way {

    static final String GROUP = "driver";
    private static final String LOCKED = "driver.locked";
    static final String BY = "system:driver";
    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

    private final Mover mover;
    private final Follower follower;
    private final Places places;
    private final Attempts attempts;
    private final Commands commands;
    private final Streams streams;
    private final StreamLocks locks;
    private final Watch watch;

    Driver(
            Mover mover,
            Follower follower,
            Places places,
            Attempts attempts,
            Commands commands,
            Streams streams,
            StreamLocks locks,
            Watch watch) {
        this.mover = mover;
        this.follower = follower;
        this.places = places;
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
        follower.take(happened, this);
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
        if (root.getResource(LOCKED) != null) return;
        root.resources().put(LOCKED, true);
        List<String> streams = streamsOf(root);
        locks.take(streams);
        places.look(root, streams);
    }

    private static List<String> streamsOf(UnitOfWork<?> root) {
        List<?> messages =
                root instanceof BatchingUnitOfWork<?> batch ? batch.getMessages() : List.of(root.getMessage());
        return messages.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .toList();
    }

    @Override
    public List<Happened> before(Happened order) {
        try (var events = streams.upTo(order.petition(), order.sequence() - 1)) {
            return events.map(Happened::of).toList();
        }
    }

    @Override
    public void resumed() {
        watch.resumed();
    }

    @Override
    public boolean follow(Happened happened) {
        long began = System.nanoTime();
        Reporting account = mover.reporting(happened);
        Move move = mover.begin(happened, account);
        Optional<RuntimeException> failure = attempts.run(() -> {
            mover.carryOut(move, happened);
            account.reports().forEach(report -> commands.send(report, BY));
        });
        failure.ifPresent(cause -> {
            BatchView.current().ifPresent(view -> view.forget(happened.petition()));
            tell(happened, move, cause);
        });
        if (failure.isEmpty()) watch.moved(happened.name(), Duration.ofNanos(System.nanoTime() - began));
        return failure.isEmpty();
    }

    private void tell(Happened happened, Move move, RuntimeException failure) {
        String cause = PlainCause.of(failure);
        LOG.warn(
                "petition {} is stuck at event {} ({}): {}",
                happened.petition(),
                happened.sequence(),
                happened.name(),
                cause);
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
