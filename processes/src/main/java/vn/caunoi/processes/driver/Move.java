package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.processes.engine.Journey;
import vn.caunoi.processes.place.Places;

/** One event moving one petition: hears from the engine what happens, keeps where it stands, and gives account of it. */
final class Move implements Journey {

    /** No sensible diagram takes as many steps without a wait; one that goes in circles takes more. */
    private static final int MOST_STEPS = 500;

    private final PetitionId petition;
    private final Happened by;
    private final Facts facts;
    private final Places places;
    private final Account account;
    private final Map<String, Integer> started = new HashMap<>();
    private int steps;
    private @Nullable String process;
    private @Nullable String activity;
    private @Nullable String end;
    private final Deque<Ending> endings = new ArrayDeque<>();

    /** @param end id of the end event reached last; null when the process was ended from outside */
    record Ending(String process, @Nullable String end) {}

    Move(Happened by, Facts facts, Places places, Account account) {
        this.petition = by.event().petition();
        this.by = by;
        this.facts = facts;
        this.places = places;
        this.account = account;
    }

    Model starts(String key) {
        Model model = account.modelToStart(key).orElseThrow(() -> new Stuck("No model of " + key + " is published"));
        started.put(model.key(), model.version());
        report(new Report.StartedProcess(petition, model.key(), model.version()));
        return model;
    }

    /** Names the process that is about to be moved, for the case that it cannot be. */
    void touches(String key) {
        process = key;
    }

    void report(PetitionCommand report) {
        account.report(report);
    }

    /** The next process that has ended in this move; null when there is none left. */
    @Nullable Ending nextEnding() {
        return endings.poll();
    }

    /** The process that moved last. */
    @Nullable String process() {
        return process;
    }

    /** The step entered last. */
    @Nullable String activity() {
        return activity;
    }

    @Override
    public Map<String, Object> facts() {
        return facts.asMap();
    }

    @Override
    public Instant time() {
        return by.at();
    }

    @Override
    public void entered(String inProcess, String step) {
        process = inProcess;
        activity = step;
        account.entered(inProcess, step);
        if (++steps > MOST_STEPS) throw new Stuck("The diagram goes in circles");
    }

    @Override
    public void taskReached(TaskStep step) {
        int occurrence = places.reached(petition.value(), step.process() + "/" + step.activity());
        String task = DerivedId.of(petition.value(), step.process(), step.activity(), occurrence);
        places.opened(petition.value(), new Places.OpenTask(task, step.instance(), step.activityInstance()));
        account.taskOpened(step, version(step.process()), task, occurrence);
    }

    /** An open task belongs to another step now; one that was completed and not yet followed is none any more. */
    void carries(TaskStep step, int version) {
        int occurrence = places.reached(petition.value(), step.process() + "/" + step.activity());
        places.taskAt(petition.value(), step.instance(), step.activityInstance())
                .ifPresent(open -> account.taskCarried(step, version, open.task(), occurrence));
    }

    private int version(String key) {
        Integer justStarted = started.get(key);
        if (justStarted != null) return justStarted;
        return places.running(petition.value(), key).orElseThrow().version();
    }

    @Override
    public void taskLeft(String instance, String activityInstance) {
        places.takeTask(petition.value(), instance, activityInstance)
                .ifPresent(open -> report(new Report.CancelTask(petition, new TaskId(open.task()), by.name())));
    }

    @Override
    public void act(ActionStep action) {
        account.act(action);
    }

    @Override
    public void endReached(String reached) {
        end = reached;
    }

    @Override
    public void ended(String instance, String key) {
        places.ended(petition.value(), key);
        endings.add(new Ending(key, end));
        report(new Report.EndedProcess(petition, key, end));
    }
}
