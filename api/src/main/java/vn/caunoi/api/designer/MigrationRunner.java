package vn.caunoi.api.designer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
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
 * Carries batches out on a thread of its own, portion by portion, on one node at a time. It holds a lock of the database
 * as long as it works; a batch that runs and whose lock is free was interrupted, and goes on when somebody says so: what
 * became of the cases that had been ordered is looked up first, so that none is moved twice and none left half-way.
 */
@Component
class MigrationRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "hashtextextended('migration ' || ?, 0)";

    private final MigrationBatches batches;
    private final CaseMoves moves;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("migration-", 0).daemon().factory());
    private volatile boolean stopping;

    MigrationRunner(MigrationBatches batches, CaseMoves moves, DataSource database, JdbcClient jdbc) {
        this.batches = batches;
        this.moves = moves;
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Whether somebody works on it, on this node or another. */
    boolean isAtWork(String batch) {
        return jdbc.sql("""
                        select exists (select from pg_locks l, (select hashtextextended('migration ' || ?, 0) as key) k
                          where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                            and l.database = (select oid from pg_database where datname = current_database())
                            and (l.classid::bigint << 32 | l.objid::bigint) = k.key)""").param(batch).query(Boolean.class).single();
    }

    /** Begins, or goes on; nothing happens when somebody is at it already. */
    void begin(MigrationBatch batch, Actor by) {
        Connection held = locked(batch.id());
        if (held == null) return;
        threads.execute(() -> {
            if (worked(batch, by, held) && isOn(batch)) begin(batch, by);
        });
    }

    /** False when it was interrupted. Whoever wanted to go on just when it paused found the lock held. */
    private boolean worked(MigrationBatch batch, Actor by, Connection held) {
        try (held) {
            try {
                run(batch, by);
            } finally {
                ask(held, "select pg_advisory_unlock(" + KEY + ")", batch.id());
            }
            return true;
        } catch (RuntimeException | SQLException failed) {
            LOG.error("the migration {} was interrupted", batch.id(), failed);
            return false;
        }
    }

    private @Nullable Connection locked(String batch) {
        try {
            Connection connection = database.getConnection();
            boolean ours = false;
            try {
                ours = ask(connection, "select pg_try_advisory_lock(" + KEY + ")", batch);
                return ours ? connection : null;
            } finally {
                if (!ours) connection.close();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the migration cannot be locked", failed);
        }
    }

    private static boolean ask(Connection connection, String question, String batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, batch);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
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
        List<Case> ordered = marked.stream()
                .filter(one -> one.state() == CaseState.ORDERED)
                .filter(one -> order(batch, way, one, by))
                .toList();
        lookUp(batch, ordered);
    }

    private static Case marked(MigrationBatch batch, Case one, @Nullable Judged now) {
        if (now == null) return new Case(one.petition(), CaseState.GONE, one.steps(), null, one.mapping());
        String steps = String.join(" ", now.steps());
        if (!now.missing().isEmpty())
            return new Case(one.petition(), CaseState.BLOCKED, steps, String.join(" ", now.missing()), one.mapping());
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
