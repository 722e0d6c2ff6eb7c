package vn.caunoi.processes.driver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.Running;

/**
 * The cases that run on a version of a model, and their move to another one: page by page, each by an order of its own
 * that is recorded, so that one that cannot move keeps no other back. Asked again it takes those that are left.
 */
public final class RunningCases {

    private static final int PAGE = 100;
    private static final int MOST_EXAMPLES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Why a case does not move: it stands where the other version has no step, or the driver could not move it. */
    public enum Hindrance {
        NO_SUCH_STEP,
        COULD_NOT_MOVE
    }

    /**
     * A case that does not move.
     *
     * @param code of the petition
     * @param activity id of the step where it stands, if it is known
     * @param detail plain sentence without personal data
     */
    public record Example(
            PetitionId petition, String code, @Nullable String activity, Hindrance reason, String detail) {}

    /**
     * What would become of the cases, or has.
     *
     * @param cases that ran on the version
     * @param movable of these, those that stand at steps the other version has too
     * @param blocked the others: no order is given for them
     * @param moved of the movable, those that follow the other version now; none in a dry run
     * @param failed those that an incident keeps on the old version
     * @param pending those that were ordered and that the driver has not come to yet
     * @param examples at most 20 of the blocked and failed
     */
    public record Outcome(
            int cases, int movable, int blocked, int moved, int failed, int pending, List<Example> examples) {}

    private final Places places;
    private final Definitions definitions;
    private final Engine engine;
    private final Streams streams;
    private final Commands commands;
    private final Progress progress;
    private final TransactionOperations transactions;

    RunningCases(
            Places places,
            Definitions definitions,
            Engine engine,
            Streams streams,
            Commands commands,
            Progress progress,
            TransactionOperations transactions) {
        this.places = places;
        this.definitions = definitions;
        this.engine = engine;
        this.streams = streams;
        this.commands = commands;
        this.progress = progress;
        this.transactions = transactions;
    }

    /** Says what {@link #move} would do; nothing is ordered. Both versions are published. */
    public Outcome tryOut(String process, int from, int to) {
        Count count = new Count();
        everyPage(process, from, page -> judge(process, from, to, page, count));
        return count.outcome();
    }

    /**
     * Orders every case that can move, and waits until the driver has followed the orders.
     *
     * @param by a designer; others are refused by the petitions
     */
    public Outcome move(String process, int from, int to, Actor by) {
        Count count = new Count();
        everyPage(process, from, page -> {
            List<String> movable = judge(process, from, to, page, count);
            List<String> ordered = movable.stream()
                    .filter(petition ->
                            order(new Report.OrderMigration(new PetitionId(petition), process, from, to, by), count))
                    .toList();
            long until = System.nanoTime() + PATIENCE.toNanos();
            ordered.forEach(petition ->
                    progress.awaitSettled(petition, Duration.ofNanos(Math.max(0, until - System.nanoTime()))));
            ordered.forEach(petition -> lookUp(petition, process, from, count));
        });
        return count.outcome();
    }

    private interface Page {
        void take(Map<String, Running> running);
    }

    private void everyPage(String process, int version, Page page) {
        String last = "";
        while (true) {
            Map<String, Running> running = places.on(process, version, last, PAGE);
            if (running.isEmpty()) return;
            page.take(running);
            last = new TreeSet<>(running.keySet()).last();
        }
    }

    /** Counts who stands where the other version has no step; answers the others. */
    private List<String> judge(String process, int from, int to, Map<String, Running> page, Count count) {
        Map<String, Set<String>> missing = Objects.requireNonNull(transactions.execute(status -> engine.missing(
                definitions.of(process, from),
                definitions.of(process, to),
                page.values().stream().map(Running::instance).toList())));
        count.cases += page.size();
        page.forEach((petition, running) -> {
            Set<String> steps = missing.getOrDefault(running.instance(), Set.of());
            if (steps.isEmpty()) return;
            count.blocked++;
            String step = String.join(", ", steps);
            count.example(() -> new Example(
                    new PetitionId(petition),
                    code(petition),
                    step,
                    Hindrance.NO_SUCH_STEP,
                    "Version " + to + " has no such step: " + step));
        });
        List<String> movable = page.entrySet().stream()
                .filter(entry -> missing.getOrDefault(entry.getValue().instance(), Set.of())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        count.movable += movable.size();
        return movable;
    }

    /** A case that has ended or moved meanwhile is none of them any more. */
    private boolean order(Report.OrderMigration order, Count count) {
        try {
            commands.send(order, order.by().id().value());
            return true;
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.NOT_ON_THAT_VERSION) throw refusal;
            count.cases--;
            count.movable--;
            return false;
        }
    }

    private void lookUp(String petition, String process, int from, Count count) {
        boolean left = places.running(petition, process)
                .filter(running -> running.version() == from)
                .isEmpty();
        if (left) {
            count.moved++;
        } else if (places.parked(petition).isEmpty()) {
            count.pending++;
        } else {
            count.failed++;
            count.example(() -> failed(petition));
        }
    }

    private Example failed(String petition) {
        try (var events = streams.of(petition)) {
            IncidentOpened last = events.map(event -> event.payload())
                    .filter(IncidentOpened.class::isInstance)
                    .map(IncidentOpened.class::cast)
                    .reduce((before, after) -> after)
                    .orElseThrow();
            return new Example(
                    new PetitionId(petition), code(petition), last.activity(), Hindrance.COULD_NOT_MOVE, last.cause());
        }
    }

    private String code(String petition) {
        try (var events = streams.upTo(petition, 0)) {
            return events.map(event -> ((PetitionReceived) event.payload()).code())
                    .collect(Collectors.joining());
        }
    }

    private static final class Count {
        private int cases;
        private int movable;
        private int blocked;
        private int moved;
        private int failed;
        private int pending;
        private final List<Example> examples = new java.util.ArrayList<>();

        void example(java.util.function.Supplier<Example> example) {
            if (examples.size() < MOST_EXAMPLES) examples.add(example.get());
        }

        Outcome outcome() {
            return new Outcome(cases, movable, blocked, moved, failed, pending, List.copyOf(examples));
        }
    }
}
