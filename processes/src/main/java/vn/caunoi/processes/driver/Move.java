package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Journey;

/** One event moving one petition: hears from the engine what happens, and gathers what is to be reported of it. */
final class Move implements Journey {

    /** No sensible diagram takes as many steps without a wait; one that goes in circles takes more. */
    private static final int MOST_STEPS = 500;

    private final PetitionId petition;
    private final Happened by;
    private final Facts facts;
    private final Places places;
    private final Actions actions;
    private final FormCatalogue forms;
    private final PublishedModels models;
    private final Map<String, Integer> started = new HashMap<>();
    private final List<PetitionCommand> reports = new ArrayList<>();
    private int steps;
    private @Nullable String process;
    private @Nullable String activity;
    private @Nullable String end;
    private final Deque<Ending> endings = new ArrayDeque<>();

    /** @param end id of the end event reached last; null when the process was ended from outside */
    record Ending(String process, @Nullable String end) {}

    Move(Happened by, Facts facts, Places places, Actions actions, PublishedModels models, FormCatalogue forms) {
        this.petition = by.event().petition();
        this.by = by;
        this.facts = facts;
        this.places = places;
        this.actions = actions;
        this.models = models;
        this.forms = forms;
    }

    void starts(Model model) {
        started.put(model.key(), model.version());
        report(new Report.StartedProcess(petition, model.key(), model.version()));
    }

    void report(PetitionCommand report) {
        reports.add(report);
    }

    /** What happened, in order. */
    List<PetitionCommand> reports() {
        return reports;
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
        if (++steps > MOST_STEPS) throw new Stuck("The diagram goes in circles");
    }

    @Override
    public void taskReached(TaskStep step) {
        int occurrence = places.reached(petition.value(), step.process() + "/" + step.activity());
        String task = DerivedId.of(petition.value(), step.process(), step.activity(), occurrence);
        places.opened(petition.value(), new Places.OpenTask(task, step.instance(), step.activityInstance()));
        report(new Report.OpenTask(
                petition,
                new TaskId(task),
                step.process(),
                step.activity(),
                occurrence,
                step.name(),
                form(step),
                group(step.group()),
                step.assigned()));
    }

    /** The model's own form first, so that a later release of the shipped ones does not change a published model. */
    private Form form(TaskStep step) {
        int version = started.containsKey(step.process())
                ? started.get(step.process())
                : places.running(petition.value(), step.process()).orElseThrow().version();
        return models.form(step.process(), version, step.form())
                .or(() -> forms.form(step.form()))
                .orElseThrow(() -> new Stuck("There is no form \"" + step.form() + "\""));
    }

    private static Role group(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(word))
                .findFirst()
                .orElseThrow(() -> new Stuck("There is no group \"" + word + "\""));
    }

    @Override
    public void taskLeft(String instance, String activityInstance) {
        places.takeTask(instance, activityInstance)
                .ifPresent(open -> report(new Report.CancelTask(petition, new TaskId(open.task()), by.name())));
    }

    @Override
    public void act(ActionStep action) {
        reports.addAll(actions.orders(petition, action.topic(), action.inputs(), facts));
    }

    @Override
    public void endReached(String reached) {
        end = reached;
    }

    @Override
    public void ended(String instance, String process) {
        places.ended(petition.value(), process);
        endings.add(new Ending(process, end));
        report(new Report.EndedProcess(petition, process, end));
    }
}
