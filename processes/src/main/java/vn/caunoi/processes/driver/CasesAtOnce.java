package vn.caunoi.processes.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.processes.driver.Rehearsal.Wanted;

/**
 * Past cases read and followed by a few threads, each with a stage of its own. Each takes some more when it is done, in
 * one transaction that may only read, so that the database itself refuses whatever would be written.
 */
final class CasesAtOnce {

    private static final int PAGE = 1_000;
    private static final int AT_ONCE = 25;

    /** What is made of a case; empty leaves it out. */
    interface Following<T> {
        Optional<T> follow(List<Happened> history);
    }

    /** Takes what was made, from several threads, one at a time. */
    interface Sink<T> {

        /** @return false to end it */
        boolean took(int looked, List<T> made);
    }

    private final PastCases cases;
    private final Streams streams;
    private final TransactionOperations reading;

    CasesAtOnce(PastCases cases, Streams streams, TransactionOperations reading) {
        this.cases = cases;
        this.streams = streams;
        this.reading = reading;
    }

    static int workers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    /**
     * @param stages a new one for each thread
     */
    <T> void all(Wanted wanted, Supplier<Following<T>> stages, Sink<T> sink) {
        Round<T> round = new Round<>(wanted, sink);
        try (ExecutorService workers = Executors.newFixedThreadPool(workers())) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < workers(); n++) running.add(workers.submit(() -> round.go(stages.get())));
            running.forEach(round::await);
        }
    }

    /** In one transaction that may only read. */
    <T> T reading(Supplier<T> what) {
        return Objects.requireNonNull(reading.execute(status -> {
            status.setRollbackOnly();
            return what.get();
        }));
    }

    List<Happened> history(String petition) {
        return streams.whole(petition).stream().map(Happened::of).toList();
    }

    private final class Round<T> {
        private final Wanted wanted;
        private final Sink<T> sink;
        private final Deque<String> ahead = new ArrayDeque<>();
        private String last = "";
        private int made;
        private boolean over;

        Round(Wanted wanted, Sink<T> sink) {
            this.wanted = wanted;
            this.sink = sink;
        }

        void go(Following<T> stage) {
            for (List<String> some = next(); !some.isEmpty(); some = next()) {
                List<String> these = some;
                try {
                    took(these.size(), reading(() -> followed(these, stage)));
                } catch (RuntimeException | Error failed) {
                    end();
                    throw failed;
                }
            }
        }

        private synchronized List<String> next() {
            if (ahead.isEmpty() && !over) {
                List<String> page = cases.after(last, wanted.from(), wanted.to(), PAGE);
                if (!page.isEmpty()) last = page.getLast();
                ahead.addAll(page);
            }
            List<String> some = new ArrayList<>();
            while (!over && !ahead.isEmpty() && some.size() < AT_ONCE) some.add(ahead.remove());
            return some;
        }

        private List<T> followed(List<String> petitions, Following<T> stage) {
            Map<String, List<Recorded>> read = streams.of(petitions);
            List<T> followed = new ArrayList<>();
            for (String petition : petitions) {
                List<Recorded> events = read.get(petition);
                if (events == null) continue;
                List<Happened> history = events.stream().map(Happened::of).toList();
                if (wanted.leftOut().contains(history.getFirst().event().petition())) continue;
                stage.follow(history).ifPresent(followed::add);
            }
            return followed;
        }

        private synchronized void took(int looked, List<T> some) {
            if (over) return;
            List<T> wantedOnes = some.subList(0, Math.min(some.size(), wanted.most() - made));
            made += wantedOnes.size();
            if (!sink.took(looked, wantedOnes) || made >= wanted.most()) end();
        }

        private synchronized void end() {
            over = true;
        }

        private void await(Future<?> running) {
            try {
                running.get();
            } catch (InterruptedException e) {
                end();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("was interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a case could not be followed", e.getCause());
            }
        }
    }
}
