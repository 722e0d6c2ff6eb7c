package vn.caunoi.processes.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.driver.Followed.Stretch;
import vn.caunoi.processes.engine.Attempts;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Units;

/**
 * Throws all state of the engine and of the driver away and builds it again from the petitions' events, up to where the
 * driver has come; the rest follows as usual. In one transaction, so that a failure leaves everything as it was; nothing
 * is appended in it. Meanwhile commands are recorded, and the driver is behind.
 */
public final class EngineRebuild {

    /** @param done events of petitions followed again, of {@code total} */
    public record Progress(long done, long total, Duration elapsed) {}

    /**
     * A petition that came out otherwise than it was recorded.
     *
     * @param code its code
     * @param what the first difference: ids and steps, no personal data
     */
    public record Difference(String code, String what) {}

    public record Result(long events, int petitions, Duration took, List<Difference> different) {}

    private record Stuck(PetitionId petition, Happened at) {}

    private static final int WRITTEN_AT_ONCE = 500;
    private static final String CAUSE = "The process built again could not follow this event any more";

    private final Followed followed;
    private final Places places;
    private final Units units;
    private final Keeping keeping;
    private final Mover mover;
    private final Follower follower;
    private final PublishedModels models;
    private final Streams streams;
    private final Attempts attempts;
    private final Commands commands;
    private final TransactionOperations transactions;
    private final EventProcessingConfiguration processing;
    private final AtomicBoolean running = new AtomicBoolean();

    EngineRebuild(
            Followed followed,
            Places places,
            Units units,
            Keeping keeping,
            Mover mover,
            Follower follower,
            PublishedModels models,
            Streams streams,
            Attempts attempts,
            Commands commands,
            TransactionOperations transactions,
            EventProcessingConfiguration processing) {
        this.followed = followed;
        this.places = places;
        this.units = units;
        this.keeping = keeping;
        this.mover = mover;
        this.follower = follower;
        this.models = models;
        this.streams = streams;
        this.attempts = attempts;
        this.commands = commands;
        this.transactions = transactions;
        this.processing = processing;
    }

    /** Whether one is under way in this program; the driver stands then. */
    public boolean isRunning() {
        return running.get();
    }

    /** @throws IllegalStateException when one is under way already */
    public Result run(Consumer<Progress> watching) {
        if (!running.compareAndSet(false, true)) throw new IllegalStateException("the engine is being rebuilt already");
        StreamingEventProcessor driver = processing
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        driver.shutDown();
        try {
            List<Stuck> stuck = new ArrayList<>();
            Result result = Objects.requireNonNull(transactions.execute(status -> inUnitOfWork(stuck, watching)));
            stuck.forEach(this::tell);
            return result;
        } finally {
            driver.start();
            running.set(false);
        }
    }

    /** The driver asks some things once a unit of work. */
    private Result inUnitOfWork(List<Stuck> stuck, Consumer<Progress> watching) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("rebuild engine"));
        try {
            return all(stuck, watching);
        } finally {
            // it held no more than what was remembered
            work.rollback();
        }
    }

    private Result all(List<Stuck> stuck, Consumer<Progress> watching) {
        long began = System.nanoTime();
        places.clear();
        List<Stretch> stretches = followed.stretches();
        followed.units().forEach(units::take);
        long total = stretches.stream().mapToLong(stretch -> stretch.last() + 1).sum();
        long done = 0;
        List<Difference> different = new ArrayList<>();
        for (int from = 0; from < stretches.size(); from += WRITTEN_AT_ONCE) {
            try (Moving moving = keeping.move()) {
                for (Stretch stretch : stretches.subList(from, Math.min(from + WRITTEN_AT_ONCE, stretches.size()))) {
                    again(stretch, stuck).ifPresent(different::add);
                    done += stretch.last() + 1;
                    watching.accept(new Progress(done, total, Duration.ofNanos(System.nanoTime() - began)));
                }
                keeping.write(moving);
                places.forgetAll();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Result(total, stretches.size(), took, List.copyOf(different));
    }

    /** An event that fails now and did not then is tried no more; the petition is followed once again up to it. */
    private Optional<Difference> again(Stretch stretch, List<Stuck> stuck) {
        List<Happened> history = history(stretch.petition());
        TreeSet<Long> unexpected = new TreeSet<>();
        while (true) {
            places.begin(stretch.petition());
            Replay replay = new Replay(mover, models, history, unexpected);
            Optional<RuntimeException> failure = attempts.run(() -> replay.run(follower, stretch.last()));
            if (failure.isEmpty()) {
                unexpected.forEach(sequence ->
                        stuck.add(new Stuck(new PetitionId(stretch.petition()), history.get(sequence.intValue()))));
                return replay.difference().map(what -> new Difference(code(history), what));
            }
            Definitions.forget();
            long at = replay.followed().orElseThrow(failure::get);
            if (!unexpected.add(at)) throw failure.get();
        }
    }

    private List<Happened> history(String petition) {
        try (var events = streams.of(petition)) {
            return events.map(Happened::of).toList();
        }
    }

    private static String code(List<Happened> history) {
        return ((PetitionReceived) history.getFirst().event()).code();
    }

    private void tell(Stuck stuck) {
        Happened at = stuck.at();
        commands.send(
                new Report.OpenIncident(stuck.petition(), at.sequence(), at.name(), null, null, CAUSE), Driver.BY);
    }
}
