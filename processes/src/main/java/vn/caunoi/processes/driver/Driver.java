package vn.caunoi.processes.driver;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.ledger.following.DrivingReader;
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
class Driver implements DrivingReader {

    static final String GROUP = "driver";
    static final String BY = "system:driver";

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

    /** Names the group to Axon; what happens comes in batches. */
    @EventHandler
    void on(PetitionEvent event) {
        throw new UnsupportedOperationException("the driver takes batches");
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public void take(List<? extends EventMessage<?>> events) {
        drive(Batch.together(this, facts(events)));
    }

    @Override
    public void takeOneByOne(List<? extends EventMessage<?>> events) {
        drive(Batch.oneByOne(this, facts(events)));
    }

    /** What is known of petitions is kept by the unit of work, and goes with it. */
    @Override
    public void forget() {}

    private void drive(Batch batch) {
        List<String> petitions = batch.petitions();
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        work.registerCorrelationDataProvider(any -> batch.origin());
        work.afterCommit(done -> batch.tell());
        if (petitions.isEmpty()) {
            batch.drive();
            return;
        }
        try (Moving moving = keeping.move(petitions)) {
            batch.drive();
            keeping.write(moving);
        } catch (StackOverflowError tooDeep) {
            throw new Stuck("The diagram is nested too deep");
        }
    }

    private static List<DomainEventMessage<?>> facts(List<? extends EventMessage<?>> events) {
        return events.stream()
                .filter(DomainEventMessage.class::isInstance)
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .toList();
    }
}
