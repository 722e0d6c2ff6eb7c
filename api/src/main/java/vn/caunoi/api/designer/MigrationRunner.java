package vn.caunoi.api.designer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.caunoi.api.designer.MigrationBatch.Case;
import vn.caunoi.api.designer.MigrationBatch.CaseState;
import vn.caunoi.api.designer.MigrationBatch.State;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.driver.CaseMoves;
import vn.caunoi.processes.driver.CaseMoves.Judged;
import vn.caunoi.processes.driver.CaseMoves.Way;

/**
 * Carries batches out portion by portion, each on one node at a time, a few at once; others wait for their turn. A lock of the
 * database is held from when a batch is begun until it is done; a batch that runs and whose lock is free was interrupted, and goes on when somebody says so: what
 * became of the cases that had been ordered is looked up first, so that none is moved twice and none left half-way.
 */
@Component
class MigrationRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;

    private final MigrationBatches batches;
    private final CaseMoves moves;
    private final BatchLocks locks;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("migration-", 0).daemon().factory());
    private volatile boolean stopping;

    MigrationRunner(MigrationBatches batches, CaseMoves moves, BatchLocks locks) {
        this.batches = batches;
        this.moves = moves;
        this.locks = locks;
    }

    /** Whether somebody works on it, or is about to, on this node or another. */
    boolean isAtWork(String batch) {
        return locks.isTaken(batch);
    }

    /** Begins, or goes on, as soon as one of the threads is free; nothing happens when somebody is at it already. */
    void begin(MigrationBatch batch, Actor by) {
        if (!locks.take(batch.id())) return;
        boolean taken = false;
        try {
            threads.execute(() -> {
                // whoever wanted to go on just when it paused found the lock held
                if (worked(batch, by) && isOn(batch)) begin(batch, by);
            });
            taken = true;
        } finally {
            if (!taken) locks.giveBack(batch.id());
        }
    }

    /** False when it was interrupted. */
    private boolean worked(MigrationBatch batch, Actor by) {
        try {
            run(batch, by);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("the migration {} was interrupted", batch.id(), failed);
            return false;
        } finally {
            locks.giveBack(batch.id());
        }
    }

    private void run(MigrationBatch batch, Actor by) {
        while (isOn(batch)) {
            settle(batch);
            List<Case> portion = batches.cases(batch.id(), CaseState.READY, "", batch.portion());
            if (!portion.isEmpty()) order(batch, portion, by);
            else if (batches.cases(batch.id(), CaseState.ORDERED, "", 1).isEmpty())
                batches.turn(batch.id(), State.DONE, State.RUNNING);
        }
    }

    private boolean isOn(MigrationBatch batch) {
        return !stopping
                && batches.find(batch.id())
                        .map(now -> now.state() == State.RUNNING)
                        .orElse(false);
    }

    /** What became of those that were ordered; one whose order was not recorded any more is ordered again. */
    void settle(MigrationBatch batch) {
        String last = "";
        while (true) {
            List<Case> ordered = batches.cases(batch.id(), CaseState.ORDERED, last, batch.portion());
            if (ordered.isEmpty()) return;
            lookUp(batch, ordered);
            last = ordered.getLast().petition();
        }
    }

    /** Those that an incident kept back and that moved since, for somebody mended what was wrong. */
    void lookAgain(MigrationBatch batch) {
        String last = "";
        while (true) {
            List<Case> failed = batches.cases(batch.id(), CaseState.FAILED, last, batch.portion());
            if (failed.isEmpty()) return;
            batches.became(
                    batch.id(),
                    failed.stream()
                            .map(one -> became(batch, one))
                            .filter(one -> one.state() == CaseState.MOVED)
                            .toList());
            last = failed.getLast().petition();
        }
    }

    private void order(MigrationBatch batch, List<Case> portion, Actor by) {
        Map<Map<String, String>, List<Case>> byWay = new HashMap<>();
        portion.forEach(one -> byWay.computeIfAbsent(steps(batch, one), any -> new ArrayList<>())
                .add(one));
        byWay.forEach(
                (steps, cases) -> order(batch, new Way(batch.process(), batch.from(), batch.to(), steps), cases, by));
    }

    private static Map<String, String> steps(MigrationBatch batch, Case one) {
        return Objects.requireNonNullElse(one.mapping(), batch.mapping());
    }

    /** Marked before they are ordered, so that whoever goes on after an interruption looks up what became of them. */
    private void order(MigrationBatch batch, Way way, List<Case> cases, Actor by) {
        Map<String, Judged> now = new HashMap<>();
        moves.judge(way, cases.stream().map(Case::petition).toList())
                .forEach(judged -> now.put(judged.petition(), judged));
        List<Case> marked = cases.stream()
                .map(one -> marked(batch, one, now.get(one.petition())))
                .toList();
        batches.became(batch.id(), marked);
        List<Case> ordered = new ArrayList<>();
        List<Case> left = new ArrayList<>();
        for (Case one : marked) {
            if (one.state() != CaseState.ORDERED) continue;
            // whoever stops a batch sees it stop, not a portion later
            if (!left.isEmpty() || !isOn(batch)) left.add(with(one, CaseState.READY, null));
            else if (order(batch, way, one, by)) ordered.add(one);
        }
        batches.became(batch.id(), left);
        lookUp(batch, ordered);
    }

    private static Case marked(MigrationBatch batch, Case one, @Nullable Judged now) {
        if (now == null) return new Case(one.petition(), CaseState.GONE, one.steps(), null, one.mapping());
        String steps = String.join(" ", now.steps());
        if (!now.missing().isEmpty())
            return new Case(one.petition(), CaseState.BLOCKED, steps, String.join(" ", now.missing()), one.mapping());
        if (now.refused() != null)
            return new Case(one.petition(), CaseState.REFUSED, steps, now.refused(), one.mapping());
        if (batch.undoes() != null && !steps.equals(one.steps()))
            return new Case(one.petition(), CaseState.WENT_ON, steps, steps, one.mapping());
        return new Case(one.petition(), CaseState.ORDERED, steps, null, one.mapping());
    }

    private boolean order(MigrationBatch batch, Way way, Case one, Actor by) {
        boolean ordered = moves.order(new Report.OrderMigration(
                new PetitionId(one.petition()), way.process(), way.from(), way.to(), way.steps(), batch.id(), by));
        if (!ordered)
            batches.became(
                    batch.id(), List.of(new Case(one.petition(), CaseState.GONE, one.steps(), null, one.mapping())));
        return ordered;
    }

    private void lookUp(MigrationBatch batch, List<Case> ordered) {
        moves.await(ordered.stream().map(Case::petition).toList(), PATIENCE);
        batches.became(
                batch.id(), ordered.stream().map(one -> became(batch, one)).toList());
    }

    private Case became(MigrationBatch batch, Case one) {
        return switch (moves.became(one.petition(), batch.process(), batch.from(), batch.to())) {
            case CaseMoves.Moved moved -> with(one, CaseState.MOVED, null);
            case CaseMoves.Gone gone -> with(one, CaseState.GONE, null);
            case CaseMoves.Failed failed -> with(one, CaseState.FAILED, failed.cause());
            case CaseMoves.Waiting waiting ->
                with(one, stillOrdered(batch, one) ? CaseState.ORDERED : CaseState.READY, null);
        };
    }

    /** Marked and then not ordered, because the program ended in between. */
    private boolean stillOrdered(MigrationBatch batch, Case one) {
        return moves.isOrdered(one.petition(), batch.id());
    }

    private static Case with(Case one, CaseState state, @Nullable String detail) {
        return new Case(one.petition(), state, one.steps(), detail, one.mapping());
    }

    @Override
    public void destroy() {
        stopping = true;
        threads.shutdown();
    }
}
