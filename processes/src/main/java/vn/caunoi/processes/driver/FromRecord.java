package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.sweeper.DueDates;

/** Rehearses with the engine of this program, whose instances are kept in memory and thrown away. */
final class FromRecord implements Rehearsal {

    private static final int PAGE = 100;

    private final Engine engine;
    private final Places places;
    private final PublishedModels models;
    private final Actions actions;
    private final FormCatalogue forms;
    private final DueDates due;
    private final Streams streams;
    private final PastCases cases;
    private final TransactionOperations transactions;

    FromRecord(
            Engine engine,
            Places places,
            PublishedModels models,
            Actions actions,
            FormCatalogue forms,
            DueDates due,
            Streams streams,
            PastCases cases,
            TransactionOperations transactions) {
        this.engine = engine;
        this.places = places;
        this.models = models;
        this.actions = actions;
        this.forms = forms;
        this.due = due;
        this.streams = streams;
        this.cases = cases;
        this.transactions = transactions;
    }

    @Override
    public Outcome rehearse(String key, String xml, Set<String> catches, Wanted wanted) {
        DraftModels known = new DraftModels(models, key, xml, catches);
        try (OnTrial trial = new OnTrial(engine, known, transactions);
                ExecutorService workers = Executors.newFixedThreadPool(workers())) {
            trial.of(key, known.draft().version());
            Stage stage = new Stage(engine, places, known, trial, actions, forms, due, streams);
            Count count = new Count();
            all(key, wanted, stage, workers, count);
            return count.outcome();
        }
    }

    private static int workers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    private void all(String key, Wanted wanted, Stage stage, ExecutorService workers, Count count) {
        String last = "";
        while (count.cases() < wanted.most()) {
            List<String> page = cases.after(last, wanted.from(), wanted.to(), PAGE);
            if (page.isEmpty()) return;
            last = page.getLast();
            List<Callable<Rehearsed>> work = new ArrayList<>();
            for (List<Happened> history : started(key, page, wanted)) {
                if (count.cases() + work.size() < wanted.most()) work.add(() -> stage.play(history));
            }
            done(workers, work).forEach(count::add);
        }
    }

    private List<List<Happened>> started(String key, List<String> page, Wanted wanted) {
        Map<String, List<Recorded>> read = streams.of(page);
        return page.stream()
                .map(read::get)
                .filter(Objects::nonNull)
                .map(events -> events.stream().map(Happened::of).toList())
                .filter(history ->
                        !wanted.leftOut().contains(history.getFirst().event().petition()))
                .filter(history -> history.stream()
                        .anyMatch(one -> one.event() instanceof ProcessStarted e
                                && e.process().equals(key)))
                .toList();
    }

    private static List<Rehearsed> done(ExecutorService workers, List<Callable<Rehearsed>> work) {
        try {
            List<Rehearsed> done = new ArrayList<>();
            for (Future<Rehearsed> one : workers.invokeAll(work)) done.add(one.get());
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case could not be rehearsed", e.getCause());
        }
    }
}
