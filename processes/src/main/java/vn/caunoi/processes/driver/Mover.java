package vn.caunoi.processes.driver;

import java.util.List;
import java.util.Set;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnsuitable;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrationOrdered;
import vn.caunoi.core.petition.FlowEvent.TimerFired;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.Journey;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.Kept;
import vn.caunoi.processes.place.Places.Running;

/**
 * Moves the processes of a petition by one event: delivers it to what waits for it, starts a process by rule, completes
 * a task, fires a timer, steps back, migrates. An event that comes too late for what it was meant for moves nothing.
 */
final class Mover {

    private final Engine engine;
    private final Places places;
    private final PublishedModels models;
    private final AskedOnce asked;
    private final Deployed definitions;
    private final Migrating migrating;
    private final Timers timers;
    private final Past past;
    private final Actions actions;
    private final FormCatalogue forms;

    Mover(
            Engine engine,
            Places places,
            Deployed definitions,
            PublishedModels models,
            Past past,
            Actions actions,
            Superiors superiors,
            FormCatalogue forms) {
        this.engine = engine;
        this.places = places;
        this.models = models;
        this.asked = new AskedOnce(models, superiors);
        this.definitions = definitions;
        this.timers = new Timers(engine, places);
        this.migrating = new Migrating(engine, places, models, definitions, timers, past);
        this.past = past;
        this.actions = actions;
        this.forms = forms;
    }

    /** Whether the event can move anything at all; asked for every event, so it reads nothing. */
    boolean concerns(Happened happened) {
        return switch (happened.event()) {
            case PetitionReceived e -> true;
            case PetitionMovedIn e -> true;
            case PetitionReopened e -> true;
            case AnswerUnsuitable e -> true;
            case DenunciationEvent.ProtectionRequested e -> true;
            case DenunciationEvent.OnwardReceived e -> true;
            case TaskCompleted e -> true;
            case TimerFired e -> true;
            case PetitionSentBack e -> true;
            case ProcessMigrationOrdered e -> true;
            case PetitionClosed e when fromOutside(e) -> true;
            default -> asked.caught().contains(happened.name());
        };
    }

    Reporting reporting(Happened happened) {
        return new Reporting(happened, past.upTo(happened), actions, models, asked, forms);
    }

    Move begin(Happened happened, Account account) {
        return new Move(happened, past.upTo(happened), places, account);
    }

    /** Moves the engine; what is to be reported is in the move then. */
    void carryOut(Move move, Happened happened) {
        Journey.during(move, () -> {
            deliver(happened);
            step(move, happened);
            offerKept(happened.petition());
            startNext(move, happened);
            timers.report(move, happened, models);
        });
    }

    private void step(Move move, Happened happened) {
        String petition = happened.petition();
        PetitionEvent event = happened.event();
        switch (event) {
            case TaskCompleted e ->
                places.takeTask(petition, e.task().value())
                        .ifPresent(task -> engine.complete(task.instance(), task.activityInstance()));
            case TimerFired e -> timers.fire(petition, e.timer());
            case PetitionSentBack e ->
                places.running(petition, e.process())
                        .ifPresent(running -> engine.stepBack(definitions.of(running), running.instance(), e.to()));
            case ProcessMigrationOrdered e -> {
                migrating.carryOut(move, happened, e);
                asked.starts(e.process(), e.to());
            }
            case PetitionClosed e
            when fromOutside(e) -> places.running(petition).forEach(running -> engine.end(running.instance()));
            case PetitionReopened e -> {
                // what was still to be done beside a closed case does not keep the reopened one from beginning
                StartRule.startedBy(event, past.upTo(happened)).ifPresent(process -> {
                    places.running(petition, process).ifPresent(running -> engine.end(running.instance()));
                    start(move, happened, process);
                });
            }
            default ->
                StartRule.startedBy(event, past.upTo(happened)).ifPresent(process -> start(move, happened, process));
        }
    }

    /** In the same move, so that no event can come while one process has ended and the next has not begun. */
    private void startNext(Move move, Happened happened) {
        for (Move.Ending ending = move.nextEnding(); ending != null; ending = move.nextEnding()) {
            StartRule.startedAfter(ending.process(), ending.end(), past.upTo(happened))
                    .ifPresent(process -> {
                        start(move, happened, process);
                        offerKept(happened.petition());
                    });
        }
    }

    /** Merged, split or taken on by a court: no diagram closes a case so, and whatever its process waits for is over. */
    private static boolean fromOutside(PetitionClosed closed) {
        return switch (closed.ground()) {
            case MERGED, SPLIT, IN_COURT -> true;
            default -> false;
        };
    }

    private void start(Move move, Happened happened, String process) {
        String petition = happened.petition();
        if (places.running(petition, process).isPresent()) return;
        Model model = move.starts(process);
        asked.starts(process, model.version());
        engine.start(definitions.of(process, model.version()), petition)
                .ifPresent(instance ->
                        places.started(petition, new Running(process, model.version(), instance, happened.sequence())));
    }

    private void deliver(Happened happened) {
        if (!asked.caught().contains(happened.name())) return;
        for (Running running : places.running(happened.petition())) {
            Set<String> catches =
                    models.version(running.process(), running.version()).catches();
            if (!catches.contains(happened.name())) continue;
            List<Engine.Catch> waiting = engine.waiting(running.instance(), happened.name());
            if (waiting.isEmpty()) {
                places.keep(happened.petition(), new Kept(running.process(), happened.name()), happened.sequence());
            }
            deliverAll(running, happened.name(), waiting);
        }
    }

    /** What one delivery took away is not delivered to; what it brought waits for the next event of the name. */
    private void deliverAll(Running running, String event, List<Engine.Catch> waiting) {
        for (Engine.Catch one : waiting) {
            if (engine.waiting(running.instance(), event).contains(one)) engine.deliver(one);
        }
    }

    private void offerKept(String petition) {
        boolean moved = true;
        while (moved) {
            moved = places.kept(petition).stream().anyMatch(kept -> taken(petition, kept));
        }
    }

    private boolean taken(String petition, Kept kept) {
        Running running = places.running(petition, kept.process()).orElse(null);
        if (running == null) return false;
        List<Engine.Catch> waiting = engine.waiting(running.instance(), kept.event()).stream()
                .filter(Engine.Catch::latest)
                .toList();
        if (waiting.isEmpty()) return false;
        places.forget(petition, kept);
        deliverAll(running, kept.event(), waiting);
        return true;
    }
}
