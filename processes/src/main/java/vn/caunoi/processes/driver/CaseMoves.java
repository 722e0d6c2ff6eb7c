package vn.caunoi.processes.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrationOrdered;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.Running;

/**
 * Where the cases of a version stand, where each of its steps leads in another version, and the order for one case. Who
 * moves many keeps account of them; what became of each is told by its own events.
 */
public final class CaseMoves {

    private static final int PAGE = 500;

    /**
     * From one version of a process to another.
     *
     * @param steps those that become one of another id, and with nothing those from which no case goes; all others stay
     *     the one of the same id
     */
    public record Way(String process, int from, int to, Map<String, String> steps) {
        public Way {
            steps = Map.copyOf(steps);
        }
    }

    /**
     * A case on the old version.
     *
     * @param steps where it stands, and the subprocesses around
     * @param missing of these, those that lead nowhere in the other version
     * @param refused why the driver could not move it although all of them lead somewhere; a plain sentence
     * @param stuck an incident keeps it where it is: what waits there is tried again after the move
     */
    public record Judged(
            String petition,
            Set<String> steps,
            Set<String> missing,
            @Nullable String refused,
            boolean stuck) {

        public boolean canMove() {
            return missing.isEmpty() && refused == null;
        }
    }

    /** What became of an order. */
    public sealed interface Became {}

    public record Moved() implements Became {}

    /** The driver could not move it: an incident keeps it where it is. */
    public record Failed(@Nullable String step, String cause) implements Became {}

    /** The driver has not come to it yet. */
    public record Waiting() implements Became {}

    /** It runs on neither version any more. */
    public record Gone() implements Became {}

    private final Places places;
    private final Definitions definitions;
    private final Engine engine;
    private final MovesOnTrial trial;
    private final Streams streams;
    private final Commands commands;
    private final Progress progress;
    private final TransactionOperations transactions;

    CaseMoves(
            Places places,
            Definitions definitions,
            Engine engine,
            MovesOnTrial trial,
            Streams streams,
            Commands commands,
            Progress progress,
            TransactionOperations transactions) {
        this.places = places;
        this.definitions = definitions;
        this.engine = engine;
        this.trial = trial;
        this.streams = streams;
        this.commands = commands;
        this.progress = progress;
        this.transactions = transactions;
    }

    /** By step of the old version, why it cannot become the one that it is mapped to. Empty when all can. */
    public Map<String, String> unfit(Way way) {
        return inTransaction(() -> engine.unfit(
                definitions.of(way.process(), way.from()), definitions.of(way.process(), way.to()), way.steps()));
    }

    /** Where each step leads; those that lead nowhere are not among them. */
    public Map<String, String> ways(Way way) {
        return inTransaction(() -> engine.ways(
                definitions.of(way.process(), way.from()), definitions.of(way.process(), way.to()), way.steps()));
    }

    /** How many cases of a version stand at each step, by the ends of their paths and what is around these. */
    public Map<String, Integer> standing(String process, int version) {
        Map<String, Integer> counts = new TreeMap<>();
        String definition = inTransaction(() -> definitions.of(process, version));
        pages(process, version, page -> engine.standing(
                        definition, instances(page).values())
                .values()
                .forEach(steps -> steps.forEach(step -> counts.merge(step, 1, Integer::sum))));
        return counts;
    }

    /** Where a case stands, and the subprocesses around; nothing when it does not run there. */
    public Set<String> standing(String petition, String process, int version) {
        Running running = places.running(petition, process)
                .filter(one -> one.version() == version)
                .orElse(null);
        if (running == null) return Set.of();
        String definition = inTransaction(() -> definitions.of(process, version));
        return engine.standing(definition, List.of(running.instance())).getOrDefault(running.instance(), Set.of());
    }

    /** How many cases run on a version. */
    public int running(String process, int version) {
        return places.count(process, version);
    }

    /**
     * All cases on the old version, page by page in the order of their ids. Of those that stand at the same steps the first
     * are moved on trial, and all as long as any is refused; each is once more when it is its turn.
     */
    public void judge(Way way, Consumer<List<Judged>> take) {
        Ways ways = new Ways(ways(way), inTransaction(() -> definitions.of(way.process(), way.from())));
        MovesOnTrial.Sample some = trial.sample(way);
        pages(way.process(), way.from(), page -> take.accept(judge(ways, instances(page), some::move)));
    }

    /** Of these, those that still run on the old version. */
    public List<Judged> judge(Way way, Collection<String> petitions) {
        Map<String, String> instances = new TreeMap<>();
        for (String petition : petitions)
            places.running(petition, way.process())
                    .filter(running -> running.version() == way.from())
                    .ifPresent(running -> instances.put(petition, running.instance()));
        String definition = inTransaction(() -> definitions.of(way.process(), way.from()));
        return judge(new Ways(ways(way), definition), instances, standing -> trial.move(way, standing.keySet()));
    }

    /** @param leads each step that leads somewhere, to where */
    private record Ways(Map<String, String> leads, String definition) {}

    private interface Trial {
        Map<String, MovesOnTrial.Tried> move(Map<String, Set<String>> standing);
    }

    private List<Judged> judge(Ways ways, Map<String, String> instances, Trial trying) {
        Map<String, Set<String>> standing = engine.standing(ways.definition(), instances.values());
        List<Judged> looked = new ArrayList<>();
        instances.forEach((petition, instance) -> {
            Set<String> steps = standing.getOrDefault(instance, Set.of());
            Set<String> missing = new TreeSet<>(steps);
            missing.removeAll(ways.leads().keySet());
            looked.add(new Judged(petition, steps, missing, null, false));
        });
        Map<String, Set<String>> likely = new TreeMap<>();
        looked.stream().filter(Judged::canMove).forEach(one -> likely.put(one.petition(), one.steps()));
        Map<String, MovesOnTrial.Tried> onTrial = trying.move(likely);
        return looked.stream()
                .map(one -> judged(one, onTrial.get(one.petition())))
                .toList();
    }

    private static Judged judged(Judged one, MovesOnTrial.@Nullable Tried on) {
        return on == null ? one : new Judged(one.petition(), one.steps(), one.missing(), on.refused(), on.stuck());
    }

    private static Map<String, String> instances(Map<String, Running> page) {
        Map<String, String> instances = new TreeMap<>();
        page.forEach((petition, running) -> instances.put(petition, running.instance()));
        return instances;
    }

    /** False when the case has ended or moved meanwhile: then nothing was ordered. */
    public boolean order(Report.OrderMigration order) {
        try {
            commands.send(order, order.by().id().value());
            return true;
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.NOT_ON_THAT_VERSION) throw refusal;
            return false;
        }
    }

    /** Until the driver has followed these, or the time is over. */
    public void await(Collection<String> petitions, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        for (String petition : petitions)
            progress.awaitSettled(petition, Duration.ofNanos(Math.max(0, until - System.nanoTime())));
    }

    /** What became of a case that was ordered from one version to the other. */
    public Became became(String petition, String process, int from, int to) {
        Optional<Running> running = places.running(petition, process);
        if (running.isEmpty()) return new Gone();
        int version = running.get().version();
        if (version == to) return new Moved();
        if (version != from) return new Gone();
        if (places.parked(petition).isEmpty()) return new Waiting();
        return failed(petition)
                .<Became>map(last -> new Failed(last.activity(), last.cause()))
                .orElseGet(Waiting::new);
    }

    private Optional<IncidentOpened> failed(String petition) {
        try (var events = streams.of(petition)) {
            return events.map(event -> event.payload())
                    .filter(IncidentOpened.class::isInstance)
                    .map(IncidentOpened.class::cast)
                    .reduce((before, after) -> after);
        }
    }

    /** Whether an order of this batch is recorded. */
    public boolean isOrdered(String petition, String batch) {
        try (var events = streams.of(petition)) {
            return events.map(event -> event.payload())
                    .anyMatch(event -> event instanceof ProcessMigrationOrdered order && batch.equals(order.batch()));
        }
    }

    /** The code of a petition. */
    public String code(String petition) {
        try (var events = streams.upTo(petition, 0)) {
            return events.map(event -> ((PetitionReceived) event.payload()).code())
                    .collect(Collectors.joining());
        }
    }

    private void pages(String process, int version, Consumer<Map<String, Running>> take) {
        String last = "";
        while (true) {
            Map<String, Running> page = places.on(process, version, last, PAGE);
            if (page.isEmpty()) return;
            take.accept(page);
            last = new TreeSet<>(page.keySet()).last();
        }
    }

    private interface Question<T> {
        T ask();
    }

    /** A version that the engine has not read yet is read, and remembered. */
    private <T> T inTransaction(Question<T> question) {
        return Objects.requireNonNull(transactions.execute(status -> question.ask()));
    }
}
