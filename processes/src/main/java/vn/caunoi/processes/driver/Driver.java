package vn.caunoi.processes.driver;

import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.OpenPetitions;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.processes.engine.Attempts;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Units;

/**
 * Follows every event of every petition and moves its processes; what happened is reported to the petition, in the same
 * transaction. The events of a batch are moved together, as if none could fail; when one does, all of it is undone and
 * each is moved by itself. One that cannot be followed parks its petition, visibly: its later events wait in the stream,
 * other petitions go on.
 */
@ProcessingGroup(Driver.GROUP)
class Driver {

    static final String GROUP = "driver";
    static final String BY = "system:driver";
    private static final String DRIVEN = "driver.driven";

    final Mover mover;
    final Follower follower;
    final Places places;
    final Units units;
    final Keeping keeping;
    final Attempts attempts;
    final OpenPetitions petitions;
    final Commands commands;
    final Streams streams;
    final Watch watch;

    Driver(
            Mover mover,
            Follower follower,
            Places places,
            Units units,
            Keeping keeping,
            Attempts attempts,
            OpenPetitions petitions,
            Commands commands,
            Streams streams,
            Watch watch) {
        this.mover = mover;
        this.follower = follower;
        this.places = places;
        this.units = units;
        this.keeping = keeping;
        this.attempts = attempts;
        this.petitions = petitions;
        this.commands = commands;
        this.streams = streams;
        this.watch = watch;
    }

    @EventHandler
    void on(PetitionEvent event) {
        driveBatch();
    }

    @EventHandler
    void on(DirectoryEvent event) {
        driveBatch();
    }

    /** The whole batch, when its first event comes. */
    private void driveBatch() {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        if (root.resources().putIfAbsent(DRIVEN, true) != null) return;
        List<DomainEventMessage<?>> messages = messages(root);
        List<String> petitions = messages.stream()
                .flatMap(message -> Happened.in(message).stream())
                .filter(follower::concerns)
                .map(Happened::petition)
                .distinct()
                .toList();
        if (!petitions.isEmpty()) keeping.lockAndRead(petitions);
        drive(messages, petitions.isEmpty());
    }

    private void drive(List<DomainEventMessage<?>> messages, boolean nothingMoves) {
        Batch together = Batch.together(this, messages);
        if (nothingMoves) {
            together.drive();
            return;
        }
        try (Moving moving = keeping.move()) {
            Optional<RuntimeException> failure = attempts.run(
                    () -> {
                        together.drive();
                        keeping.write();
                        moving.flush();
                    },
                    together::origin);
            if (failure.isEmpty()) {
                together.tell();
            } else {
                keeping.forget();
                Batch oneByOne = Batch.oneByOne(this, messages);
                oneByOne.drive();
                keeping.write();
                moving.flush();
                oneByOne.tell();
            }
        }
    }

    private static List<DomainEventMessage<?>> messages(UnitOfWork<?> root) {
        List<?> messages =
                root instanceof BatchingUnitOfWork<?> batch ? batch.getMessages() : List.of(root.getMessage());
        return messages.stream()
                .filter(DomainEventMessage.class::isInstance)
                .<DomainEventMessage<?>>map(message -> (DomainEventMessage<?>) message)
                .toList();
    }
}
