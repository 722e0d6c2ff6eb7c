package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrationOrdered;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.driver.CaseMoves.Way;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;

/**
 * Moves cases as the driver would, in memory, for who wants to know beforehand what would become an incident: a form that is not
 * there, a time that cannot be counted, whatever the engine itself refuses. Nothing of it is ever written.
 */
final class MovesOnTrial {

    private static final int AT_ONCE = 50;

    /** So many that stand at the same steps move alike, as far as can be told. */
    private static final int ENOUGH = 100;

    private final Engine engine;
    private final Places places;
    private final Deployed definitions;
    private final PublishedModels models;
    private final Actions actions;
    private final Superiors superiors;
    private final FormCatalogue forms;
    private final Streams streams;
    private final TransactionOperations snapshot;

    /** @param snapshot a transaction that sees one moment, for places and what runs there must be of the same one */
    MovesOnTrial(
            Engine engine,
            Places places,
            Deployed definitions,
            PublishedModels models,
            Actions actions,
            Superiors superiors,
            FormCatalogue forms,
            Streams streams,
            TransactionOperations snapshot) {
        this.engine = engine;
        this.places = places;
        this.definitions = definitions;
        this.models = models;
        this.actions = actions;
        this.superiors = superiors;
        this.forms = forms;
        this.streams = streams;
        this.snapshot = snapshot;
    }

    /** @param refused why it would not move; a plain sentence. {@code stuck}: an incident keeps it where it is */
    record Tried(@Nullable String refused, boolean stuck) {}

    /** By petition. */
    Map<String, Tried> move(Way way, Collection<String> petitions) {
        Map<String, Tried> tried = new TreeMap<>();
        List<String> all = new ArrayList<>(petitions);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            tried.putAll(Objects.requireNonNull(snapshot.execute(status -> {
                status.setRollbackOnly();
                return inMemory(way, some);
            })));
        }
        return tried;
    }

    private Map<String, Tried> inMemory(Way way, List<String> petitions) {
        Past past = new Past(streams);
        Mover mover = new Mover(engine, places, definitions, models, past, actions, superiors, forms);
        Map<String, Tried> tried = new TreeMap<>();
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("moves on trial"));
        try (Moving memory = engine.instances().open(List.of())) {
            streams.of(petitions).forEach((petition, history) -> {
                Happened order = order(way, petition, history, past);
                tried.put(petition, new Tried(attempt(mover, order), order.next() != order.sequence()));
            });
            return tried;
        } finally {
            work.rollback();
        }
    }

    /** As if it were recorded now, and gone before whatever waits while the case is stuck. */
    private Happened order(Way way, String petition, List<Recorded> history, Past past) {
        history.forEach(event -> past.pass(Happened.of(event)));
        Recorded last = history.getLast();
        ProcessMigrationOrdered order = new ProcessMigrationOrdered(
                new PetitionId(petition), way.process(), way.from(), way.to(), way.steps(), null);
        Happened happened = new Happened(order, last.sequence() + 1, last.at());
        past.pass(happened);
        Optional<Long> parked = places.parked(petition);
        return parked.isEmpty() ? happened : happened.before(parked.get());
    }

    private static @Nullable String attempt(Mover mover, Happened order) {
        try {
            Reporting account = mover.reporting(order);
            mover.carryOut(mover.begin(order, account), order);
            return null;
        } catch (RuntimeException failed) {
            return PlainCause.of(failed);
        }
    }

    Sample sample(Way way) {
        return new Sample(way);
    }

    /** Of those that stand at the same steps the first are tried, and all once any is refused. */
    final class Sample {
        private final Way way;
        private final Map<Set<String>, Integer> looked = new HashMap<>();
        private final Set<Set<String>> bad = new HashSet<>();

        private Sample(Way way) {
            this.way = way;
        }

        /** @param standing where each stands. Answers for those that were tried. */
        Map<String, Tried> move(Map<String, Set<String>> standing) {
            Map<String, Tried> tried = new HashMap<>();
            take(standing, tried, steps -> looked.merge(steps, 1, Integer::sum) <= ENOUGH);
            take(standing, tried, bad::contains);
            return tried;
        }

        private void take(Map<String, Set<String>> standing, Map<String, Tried> tried, Predicate<Set<String>> wanted) {
            List<String> some = standing.keySet().stream()
                    .filter(petition -> !tried.containsKey(petition))
                    .filter(petition -> wanted.test(standing.getOrDefault(petition, Set.of())))
                    .toList();
            MovesOnTrial.this.move(way, some).forEach((petition, how) -> {
                tried.put(petition, how);
                if (how.refused() != null) bad.add(standing.getOrDefault(petition, Set.of()));
            });
        }
    }
}
