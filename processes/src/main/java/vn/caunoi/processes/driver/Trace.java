package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskEvent;

/** What the driver reports of one petition, in a form in which two accounts of it can be compared. */
final class Trace {

    private final List<String> processes = new ArrayList<>();
    private final Set<String> tasks = new TreeSet<>();
    private final TreeMap<String, String> carried = new TreeMap<>();
    private final Set<String> cancelledTasks = new TreeSet<>();
    private final TreeMap<String, Instant> timers = new TreeMap<>();
    private final Set<String> cancelledTimers = new TreeSet<>();

    /** Completed tasks and fired timers: that the process leaves them too was not recorded any more. */
    private final Set<String> done = new HashSet<>();

    static Trace recorded(List<Happened> history) {
        Trace trace = new Trace();
        history.forEach(happened -> trace.add(happened.event()));
        return trace;
    }

    private void add(PetitionEvent event) {
        switch (event) {
            case TaskEvent.TaskOpened e -> opened(e.task().value());
            case TaskEvent.TaskCarriedOver e -> carried(e.task().value(), e.key());
            case TaskEvent.TaskCancelled e -> cancelledTasks.add(e.task().value());
            case TaskEvent.TaskCompleted e -> done.add(e.task().value());
            case FlowEvent.ProcessStarted e -> started(e.process(), e.version());
            case FlowEvent.ProcessEnded e -> ended(e.process(), e.end());
            case FlowEvent.ProcessMigrated e -> migrated(e.process(), e.from(), e.to());
            case FlowEvent.TimerSet e -> timers.put(e.timer(), e.due());
            case FlowEvent.TimerCancelled e -> cancelledTimers.add(e.timer());
            case FlowEvent.TimerFired e -> done.add(e.timer());
            default -> {}
        }
    }

    void add(PetitionCommand report) {
        switch (report) {
            case Report.CancelTask r -> cancelledTasks.add(r.task().value());
            case Report.StartedProcess r -> started(r.process(), r.version());
            case Report.EndedProcess r -> ended(r.process(), r.end());
            case Report.MigratedProcess r -> migrated(r.process(), r.from(), r.to());
            case Report.SetTimer r -> timers.put(r.timer(), r.due());
            case Report.CancelTimer r -> cancelledTimers.add(r.timer());
            default -> {}
        }
    }

    void opened(String task) {
        tasks.add(task);
    }

    void carried(String task, String step) {
        carried.merge(task, step, (before, after) -> before + ", " + after);
    }

    private void started(String process, int version) {
        processes.add(process + " starts on " + version);
    }

    private void ended(String process, @Nullable String end) {
        processes.add(process + " ends at " + end);
    }

    private void migrated(String process, int from, int to) {
        processes.add(process + " migrates from " + from + " to " + to);
    }

    /** The first thing that is otherwise in the other account; this one is the recorded. */
    Optional<String> difference(Trace again) {
        if (!processes.equals(again.processes)) return Optional.of(said("processes", processes, again.processes));
        if (!tasks.equals(again.tasks)) return Optional.of(said("tasks opened", tasks, again.tasks));
        TreeMap<String, String> steps = new TreeMap<>(again.carried);
        steps.keySet().removeAll(done);
        TreeMap<String, String> known = new TreeMap<>(carried);
        known.keySet().removeAll(done);
        if (!known.equals(steps)) return Optional.of(said("tasks carried over", known, steps));
        if (!timers.equals(again.timers)) return Optional.of(said("timers set", timers, again.timers));
        Set<String> cancelled = without(again.cancelledTasks);
        if (!without(cancelledTasks).equals(cancelled))
            return Optional.of(said("tasks cancelled", cancelledTasks, cancelled));
        Set<String> stopped = without(again.cancelledTimers);
        if (!without(cancelledTimers).equals(stopped))
            return Optional.of(said("timers cancelled", cancelledTimers, stopped));
        return Optional.empty();
    }

    private Set<String> without(Set<String> names) {
        Set<String> left = new TreeSet<>(names);
        left.removeAll(done);
        return left;
    }

    private static String said(String what, Object recorded, Object again) {
        return what + ": recorded " + recorded + ", now " + again;
    }
}
