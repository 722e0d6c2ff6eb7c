package vn.caunoi.processes.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.Report;

/** The events of one batch on their way: together, where one that fails undoes all, or one by one, where it is parked. */
final class Batch implements Follower.Way {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final MessageOriginProvider ORIGIN = new MessageOriginProvider();

    private final Driver driver;
    private final List<DomainEventMessage<?>> messages;
    private final boolean together;
    private final List<Runnable> told = new ArrayList<>();
    private @Nullable DomainEventMessage<?> taken;
    private @Nullable Map<String, Object> origin;

    private Batch(Driver driver, List<DomainEventMessage<?>> messages, boolean together) {
        this.driver = driver;
        this.messages = messages;
        this.together = together;
    }

    static Batch together(Driver driver, List<DomainEventMessage<?>> messages) {
        return new Batch(driver, messages, true);
    }

    static Batch oneByOne(Driver driver, List<DomainEventMessage<?>> messages) {
        return new Batch(driver, messages, false);
    }

    /** Those that anything follows for. */
    List<String> petitions() {
        return messages.stream()
                .flatMap(message -> Happened.in(message).stream())
                .filter(driver.follower::concerns)
                .map(Happened::petition)
                .distinct()
                .toList();
    }

    void drive() {
        messages.forEach(this::take);
    }

    private void take(DomainEventMessage<?> message) {
        taken = message;
        origin = null;
        Happened.in(message).ifPresent(happened -> driver.follower.take(happened, this));
        if (message.getPayload() instanceof DirectoryEvent event) driver.units.take(event);
    }

    /** What is reported follows from the event that is being taken, and the driver says it. */
    Map<String, Object> origin() {
        if (origin == null) {
            origin = new HashMap<>(ORIGIN.correlationDataFor(Objects.requireNonNull(taken)));
            origin.put(Commands.BY, Driver.BY);
        }
        return origin;
    }

    /** Says what was done, when it will not be undone any more. */
    void tell() {
        told.forEach(Runnable::run);
    }

    @Override
    public List<Happened> before(Happened order) {
        try (var events = driver.streams.upTo(order.petition(), order.sequence() - 1)) {
            return events.map(Happened::of).toList();
        }
    }

    @Override
    public void resumed() {
        told.add(driver.watch::resumed);
    }

    @Override
    public boolean follow(Happened happened) {
        long began = System.nanoTime();
        Reporting account = driver.mover.reporting(happened);
        Move move = driver.mover.begin(happened, account);
        if (together) {
            move(move, happened, account);
        } else {
            Optional<RuntimeException> failure = driver.attempts.run(
                    () -> {
                        move(move, happened, account);
                        driver.keeping.write(happened.petition());
                    },
                    this::origin);
            if (failure.isPresent()) {
                driver.keeping.forget(happened.petition());
                open(happened, move, failure.get());
                return false;
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        told.add(() -> driver.watch.moved(happened.name(), took));
        return true;
    }

    private void move(Move move, Happened happened, Reporting account) {
        driver.mover.carryOut(move, happened);
        for (PetitionCommand report : account.reports()) driver.petitions.take(report);
    }

    private void open(Happened happened, Move move, RuntimeException failure) {
        String cause = PlainCause.of(failure);
        LOG.warn(
                "petition {} is stuck at event {} ({}): {}",
                happened.petition(),
                happened.sequence(),
                happened.name(),
                cause);
        driver.commands.send(
                new Report.OpenIncident(
                        happened.event().petition(),
                        happened.sequence(),
                        happened.name(),
                        move.process(),
                        move.activity(),
                        cause),
                Driver.BY);
        told.add(() -> driver.watch.parked(happened.name()));
    }
}
