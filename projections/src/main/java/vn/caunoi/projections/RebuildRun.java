package vn.caunoi.projections;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.WholeReading;
import vn.caunoi.core.ledger.WholeRecord;
import vn.caunoi.projections.Rebuild.Step;

/** One rebuild from its beginning to its end, or one going back. */
final class RebuildRun {
    /** How much of the whole each step is, by experience. */
    private static final double FILLED = 0.75;

    private static final double INDEXED = 0.9;
    private static final double FOLLOWED = 0.93;

    /** What a run needs. */
    record Means(
            DataSource database,
            EventStore events,
            EventProcessingConfiguration processing,
            WholeRecord record,
            TransactionTemplate transaction) {}

    private final ReadModel model;
    private final Means means;
    private final Consumer<Rebuild.Progress> progress;
    private final LiveTables live;
    private final KeptTables kept;
    private final long begun = System.nanoTime();
    private long total;

    RebuildRun(ReadModel model, Means means, Consumer<Rebuild.Progress> progress) {
        this.model = model;
        this.means = means;
        this.progress = progress;
        this.live = new LiveTables(model.name(), means.processing, means.transaction);
        this.kept = new KeptTables(new JdbcTemplate(means.database));
        this.total = head();
    }

    Rebuild.Outcome rebuild(Rebuild.Way way) {
        Shadow shadow = Shadow.of(means.database, model);
        if (way.mayReplace()) kept.drop(model.name());
        shadow.create();
        try {
            return filled(shadow, way);
        } catch (InterruptedException stopped) {
            throw stopped(stopped);
        } finally {
            shadow.drop();
        }
    }

    private Rebuild.Outcome filled(Shadow shadow, Rebuild.Way way) throws InterruptedException {
        long until = head();
        if (model.isFoldedByStream()) byStream(shadow, until);
        else inOrder(shadow, until);
        shadow.index(() -> tell(Step.INDEXING, FILLED));
        try (Following following = following(shadow, until)) {
            tell(Step.CATCHING_UP, INDEXED);
            following.catchUp();
            Optional<List<Rebuild.Difference>> differences =
                    way.compares() ? Optional.of(compared(shadow, following)) : Optional.empty();
            boolean replace = way.replaces(differences.orElse(List.of()));
            if (replace) replace(shadow, following);
            return outcome(differences, replace);
        }
    }

    /** What was recorded when the rebuild began. */
    private void byStream(Shadow shadow, long until) throws InterruptedException {
        tell(Step.FILLING, 0);
        try (WholeReading reading = means.record.upTo(until, model.wanted());
                Loading loading = shadow.loading()) {
            new FirstFilling(model, reading, loading, shadow.tables(loading))
                    .run(until, share -> tell(Step.FILLING, share * FILLED));
        }
    }

    private void inOrder(Shadow shadow, long until) {
        tell(Step.FILLING, 0);
        ReadModel.Filling filling = model.filling(shadow.tables());
        means.record.inOrder(until, model.wanted(), part -> {
            means.transaction.executeWithoutResult(status -> {
                part.forEach(event -> filling.take(Happened.of(event)));
                filling.flush();
            });
            tell(Step.FILLING, 0);
        });
    }

    private Following following(Shadow shadow, long after) {
        return new Following(
                means.events,
                after,
                model.filling(shadow.tables()),
                means.transaction,
                reached -> tell(Step.CATCHING_UP, INDEXED));
    }

    /** As of one position: the live tables stand still until both have been looked at, not while they are read. */
    private List<Rebuild.Difference> compared(Shadow shadow, Following following) throws InterruptedException {
        tell(Step.COMPARING, FOLLOWED);
        AtomicReference<Comparison> seen = new AtomicReference<>();
        live.standingStill(() -> {
            level(following);
            seen.set(new Comparison(means.database, model, shadow.schema()));
        });
        try (Comparison comparison = Objects.requireNonNull(seen.get())) {
            return comparison.differences();
        }
    }

    /** Brings both to one position; not a live one that had to leave events out, whose later ones have to wait too. */
    private void level(Following following) throws InterruptedException {
        List<Long> positions = live.positions();
        following.comeAsFarAs(furthest(positions));
        long behind = leastOf(positions);
        if (behind == following.reached() || live.hasSetAside()) return;
        ReadModel.Filling filling = model.filling(Tables.live(new JdbcTemplate(means.database)));
        try (Following missing = new Following(means.events, behind, filling, means.transaction, reached -> {})) {
            missing.comeAsFarAs(following.reached());
        }
        means.transaction.executeWithoutResult(status -> live.moveTo(following.reached()));
    }

    private static long furthest(List<Long> positions) {
        return positions.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static long leastOf(List<Long> positions) {
        return positions.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** With the live one standing still: first as far as it came, then in its place. */
    private void replace(Shadow shadow, Following following) throws InterruptedException {
        tell(Step.SWITCHING, FOLLOWED);
        following.catchUp();
        live.standingStill(() -> {
            List<Long> positions = live.positions();
            following.comeAsFarAs(
                    positions.stream().mapToLong(Long::longValue).max().orElse(0));
            long old = positions.stream().mapToLong(Long::longValue).min().orElse(0);
            means.transaction.executeWithoutResult(status -> {
                shadow.takePlace(old);
                live.moveTo(following.reached());
            });
        });
    }

    Rebuild.Outcome rollBack() {
        Rebuild.Kept old = kept.of(model.name())
                .orElseThrow(() -> new IllegalStateException("nothing is kept of " + model.name()));
        if (!kept.fit(model))
            throw new IllegalStateException("what is kept of " + model.name()
                    + " was made before an upgrade and is shaped otherwise: rebuild it, or drop it with --forget");
        Shadow shadow = Shadow.kept(means.database, model);
        try (Following following = following(shadow, old.position())) {
            tell(Step.CATCHING_UP, 0);
            following.catchUp();
            replace(shadow, following);
            return outcome(Optional.empty(), true);
        } catch (InterruptedException stopped) {
            throw stopped(stopped);
        }
    }

    private IllegalStateException stopped(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("the rebuild of " + model.name() + " was stopped", stopped);
    }

    private Rebuild.Outcome outcome(Optional<List<Rebuild.Difference>> differences, boolean replaced) {
        total = head();
        long bytes = replaced ? kept.of(model.name()).map(Rebuild.Kept::bytes).orElse(0L) : 0;
        return new Rebuild.Outcome(told(Step.DONE, 1), differences, replaced, bytes);
    }

    private long head() {
        TrackingToken head = means.events.createHeadToken();
        return LiveTables.position(head);
    }

    private void tell(Step step, double share) {
        progress.accept(told(step, share));
    }

    private Rebuild.Progress told(Step step, double share) {
        return new Rebuild.Progress(
                model.name(), step, Math.round(share * total), total, Duration.ofNanos(System.nanoTime() - begun));
    }
}
