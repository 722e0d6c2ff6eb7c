package vn.caunoi.processes.driver;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.Running;
import vn.caunoi.processes.place.Places.RunningTimer;

/** Timers of diagrams: set and cancelled as the process moves, fired only by an event. */
final class Timers {

    private final Engine engine;
    private final Places places;

    Timers(Engine engine, Places places) {
        this.engine = engine;
        this.places = places;
    }

    /** Fires a timer that still runs. */
    void fire(String petition, String timer) {
        Optional<RunningTimer> running = places.takeTimer(petition, timer);
        running.flatMap(set -> places.running(petition, set.process()).stream()
                        .flatMap(instance -> engine.timers(instance.instance()).stream())
                        .filter(candidate -> candidate.job().equals(set.job()))
                        .findFirst())
                .ifPresent(engine::fire);
    }

    /** Timers of these activities run to another moment than was recorded: the old ones are over. */
    void setAnew(Move move, Happened happened, String process, Set<String> activities) {
        places.timers(happened.petition()).stream()
                .filter(timer -> timer.process().equals(process) && activities.contains(timer.activity()))
                .forEach(timer -> cancel(move, happened.petition(), timer));
    }

    /** Timers that run on belong to activities of other names now; what was recorded of them stays. */
    void renamed(Happened happened, String process, Map<String, String> activities) {
        String petition = happened.petition();
        for (RunningTimer timer : places.timers(petition)) {
            String now = activities.get(timer.activity());
            if (now != null && timer.process().equals(process))
                places.set(petition, new RunningTimer(timer.timer(), process, now, timer.job()));
        }
    }

    private void cancel(Move move, String petition, RunningTimer timer) {
        places.takeTimer(petition, timer.timer());
        move.report(new Report.CancelTimer(new PetitionId(petition), timer.timer()));
    }

    /** Compares what runs in the engine with what was known, and reports the difference. */
    void report(Move move, Happened happened, PublishedModels models) {
        String petition = happened.petition();
        List<Running> running = places.running(petition);
        boolean possible = running.stream()
                .anyMatch(one -> models.version(one.process(), one.version()).hasTimers());
        Map<String, RunningTimer> known =
                places.timers(petition).stream().collect(Collectors.toMap(RunningTimer::job, Function.identity()));
        if (possible) running.forEach(one -> reportNew(move, happened, one, known));
        known.values().stream()
                .sorted(Comparator.comparing(RunningTimer::timer))
                .forEach(gone -> cancel(move, petition, gone));
    }

    private void reportNew(Move move, Happened happened, Running running, Map<String, RunningTimer> known) {
        for (Engine.Timer timer : engine.timers(running.instance())) {
            if (known.remove(timer.job()) != null) continue;
            String petition = happened.petition();
            String activity = timer.activity();
            int occurrence = places.reached(petition, running.process() + "/" + activity);
            String id = DerivedId.of(petition, running.process(), activity, occurrence);
            places.set(petition, new RunningTimer(id, running.process(), activity, timer.job()));
            move.report(new Report.SetTimer(happened.event().petition(), id, running.process(), activity, timer.due()));
        }
    }
}
