package vn.caunoi.processes.driver;

import java.util.HashSet;
import java.util.Set;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrationOrdered;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.Kept;
import vn.caunoi.processes.place.Places.Running;

/**
 * Moves a running process to another version of its model, at the step where it stands. What is open stays open under
 * its id; what waits for events is as the new version says, as if it had been followed from the start.
 */
final class Migrating {

    private final Engine engine;
    private final Places places;
    private final PublishedModels models;
    private final Deployed definitions;
    private final Timers timers;
    private final Past past;

    Migrating(Engine engine, Places places, PublishedModels models, Deployed definitions, Timers timers, Past past) {
        this.engine = engine;
        this.places = places;
        this.models = models;
        this.definitions = definitions;
        this.timers = timers;
        this.past = past;
    }

    /** An order that comes when the process runs on that version no more moves nothing. */
    void carryOut(Move move, Happened happened, ProcessMigrationOrdered order) {
        places.running(happened.petition(), order.process())
                .filter(running -> running.version() == order.from())
                .ifPresent(running -> carryOut(move, happened, order, running));
    }

    private void carryOut(Move move, Happened happened, ProcessMigrationOrdered order, Running running) {
        move.touches(order.process());
        Model from = models.version(order.process(), order.from());
        Model to = published(order);
        Engine.Migrated done = engine.migrate(
                definitions.of(running), definitions.of(to.key(), to.version()), order.steps(), running.instance());
        places.migrated(happened.petition(), order.process(), order.to());
        move.report(
                new Report.MigratedProcess(order.petition(), order.process(), order.from(), order.to(), order.steps()));
        timers.setAnew(move, happened, order.process(), done.timedAnew());
        timers.renamed(happened, order.process(), done.renamed());
        done.carried().forEach(step -> move.carries(step, order.to()));
        keep(happened, running, from, to);
    }

    private Model published(ProcessMigrationOrdered order) {
        return models.newest(order.process())
                .filter(newest -> order.to() >= 1 && order.to() <= newest.version())
                .map(newest -> models.version(order.process(), order.to()))
                .orElseThrow(() -> new Stuck("No version " + order.to() + " of " + order.process() + " is published"));
    }

    /** What the new version catches and the old one did not, was not kept while the old one ran. */
    private void keep(Happened happened, Running running, Model from, Model to) {
        places.kept(happened.petition()).stream()
                .filter(kept -> kept.process().equals(to.key()) && !to.catches().contains(kept.event()))
                .forEach(kept -> places.forget(happened.petition(), kept));
        Set<String> more = new HashSet<>(to.catches());
        more.removeAll(from.catches());
        if (more.isEmpty()) return;
        past.latest(happened, running.since(), more)
                .forEach((event, sequence) -> places.keep(happened.petition(), new Kept(to.key(), event), sequence));
    }
}
