package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.processes.driver.CourseStep.Sort;
import vn.caunoi.processes.driver.Rehearsed.Work;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.Journey.TaskStep;

/** What comes of a petition's events through models, step by step, so that two courses of it can be laid side by side. */
final class Course implements Account {

    /** Tries what an action would order, at the event that is followed. */
    interface Trial {
        void act(Happened at, ActionStep action);
    }

    /** A task as it was opened. @param id derived as in the record */
    record Opened(String id, TaskStep step, Instant at) {
        String name() {
            return step.process() + "/" + step.activity();
        }
    }

    private final Function<String, Optional<Model>> models;
    private final Trial trial;
    private final List<CourseStep> steps = new ArrayList<>();
    private final Map<String, CourseStep> named = new HashMap<>();
    private final Map<String, Set<String>> path = new LinkedHashMap<>();
    private final Map<String, Opened> opened = new LinkedHashMap<>();
    private final Map<String, Instant> closed = new HashMap<>();
    private final Map<String, Instant> timers = new HashMap<>();
    private final List<Opened> unseen = new ArrayList<>();
    private @Nullable Happened now;

    /** @param models the version that a process follows which starts */
    Course(Function<String, Optional<Model>> models, Trial trial) {
        this.models = models;
        this.trial = trial;
    }

    Rehearsed.Side side() {
        return new Rehearsed.Side(List.copyOf(steps), path, work());
    }

    private List<Work> work() {
        return opened.values().stream()
                .map(one -> new Work(one.name(), one.step().group(), one.at(), closed.get(one.id())))
                .toList();
    }

    /** Tasks opened since this was asked last. */
    List<Opened> justOpened() {
        List<Opened> since = List.copyOf(unseen);
        unseen.clear();
        return since;
    }

    /** When a timer of this course is due; null when it never set one of that id. */
    @Nullable Instant due(String timer) {
        return timers.get(timer);
    }

    /** The step of a task of this course, as {@code process/step}. */
    String stepOf(String task) {
        CourseStep step = named.get(task);
        return step == null ? task : step.process() + "/" + step.at();
    }

    @Override
    public void begins(Happened happened) {
        now = happened;
        if (happened.event() instanceof TaskCompleted e)
            closed.putIfAbsent(e.task().value(), happened.at());
    }

    @Override
    public void entered(String process, String activity) {
        path.computeIfAbsent(process, first -> new LinkedHashSet<>()).add(activity);
    }

    @Override
    public Optional<Model> modelToStart(String process) {
        return models.apply(process);
    }

    @Override
    public void taskOpened(TaskStep step, int version, String task, int occurrence) {
        named(task, new CourseStep(Sort.TASK, step.process(), step.activity(), null));
        Opened one = new Opened(task, step, Objects.requireNonNull(now).at());
        opened.put(task, one);
        unseen.add(one);
    }

    private void named(String name, CourseStep step) {
        named.put(name, step);
        steps.add(step);
    }

    @Override
    public void act(ActionStep action) {
        String what = action.topic() + " " + new TreeMap<>(action.inputs());
        steps.add(new CourseStep(Sort.ACTION, action.process(), action.activity(), what));
        if (now != null) trial.act(now, action);
    }

    @Override
    public void report(PetitionCommand report) {
        switch (report) {
            case Report.StartedProcess r -> steps.add(new CourseStep(Sort.STARTED, r.process(), null, null));
            case Report.EndedProcess r -> steps.add(new CourseStep(Sort.ENDED, r.process(), r.end(), null));
            case Report.SetTimer r -> {
                String due = r.due().toString();
                named(r.timer(), new CourseStep(Sort.TIMER, r.process(), r.activity(), due));
                timers.put(r.timer(), r.due());
            }
            case Report.CancelTask r -> cancelled(Sort.CANCELLED, r.task().value());
            case Report.CancelTimer r -> cancelled(Sort.TIMER_CANCELLED, r.timer());
            default -> {}
        }
    }

    private void cancelled(Sort sort, String name) {
        CourseStep step = named.get(name);
        if (step != null) steps.add(new CourseStep(sort, step.process(), step.at(), null));
        if (sort == Sort.CANCELLED && now != null) closed.putIfAbsent(name, now.at());
    }
}
