package vn.caunoi.api.designer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.processes.driver.Determinism;
import vn.caunoi.processes.driver.Rehearsal;
import vn.caunoi.processes.driver.Rehearsal.Draft;
import vn.caunoi.processes.driver.Rehearsal.Wanted;
import vn.caunoi.processes.driver.Rehearsed;

/**
 * Rehearses, or proves, in the background: one for each designer, and one after the other on each node, for each uses
 * several threads. What is found is written as it is found, so that it can be looked at meanwhile and after a reload.
 */
@Component
class RehearsalRuns {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalRuns.class);

    private final Rehearsal rehearsal;
    private final Determinism determinism;
    private final RehearsalRows rows;
    private final CalendarInForce calendar;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);

    RehearsalRuns(
            Rehearsal rehearsal, Determinism determinism, RehearsalRows rows, CalendarInForce calendar, Clock clock) {
        this.rehearsal = rehearsal;
        this.determinism = determinism;
        this.rows = rows;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @return its id; empty when one of theirs is under way */
    Optional<String> rehearse(String name, Draft draft, Wanted wanted, RehearsalRun.Asked asked, OfficerId by) {
        return begin(by, draft.key(), name, draft.xml(), wanted, asked, going -> {
            RehearsalTally tally = new RehearsalTally(calendar.calendar(), asked.assumptions());
            rehearsal.rehearse(
                    draft,
                    wanted,
                    asked.assumptions(),
                    (looked, cases) -> going.took(looked, cases.stream().map(one -> row(one, tally.add(one))), tally));
            going.finish(tally);
        });
    }

    /** @return its id; empty when one of theirs is under way */
    Optional<String> prove(String name, Wanted wanted, RehearsalRun.Asked asked, OfficerId by) {
        return begin(by, null, name, null, wanted, asked, going -> {
            Proven proven = new Proven();
            determinism.check(
                    wanted, found -> going.took(found.size(), found.stream().map(proven::row), proven));
            going.finish(proven);
        });
    }

    private Optional<String> begin(
            OfficerId by,
            @Nullable String process,
            String name,
            @Nullable String xml,
            Wanted wanted,
            RehearsalRun.Asked asked,
            Consumer<Going> work) {
        UUID id = UUID.randomUUID();
        if (!rows.begin(id, by, process, name, xml, asked, clock.instant(), rehearsal.received(wanted)))
            return Optional.empty();
        Thread.ofVirtual().name("rehearsal").start(() -> go(id, work));
        return Optional.of(id.toString());
    }

    private void go(UUID id, Consumer<Going> work) {
        boolean done = false;
        boolean mine = false;
        try {
            mine = awaitTurn(id);
            if (mine) work.accept(new Going(rows, id));
            done = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("a rehearsal could not go on", failed);
        } finally {
            if (mine) turn.release();
            rows.end(id, !done);
        }
    }

    private boolean awaitTurn(UUID id) throws InterruptedException {
        while (!turn.tryAcquire(2, TimeUnit.SECONDS)) if (!rows.waits(id)) return false;
        return true;
    }

    private static RehearsalRows.Row row(Rehearsed one, @Nullable Integer parting) {
        String told = one.problem() == null ? String.join(", ", waits(one)) : one.problem();
        return new RehearsalRows.Row(
                one.petition().value(), one.code(), one.way().name(), parting, told.isEmpty() ? null : told);
    }

    private static List<String> waits(Rehearsed one) {
        return one.way() == Rehearsal.Way.SAME ? List.of() : one.waitsAt();
    }
}
