package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.Journey.TaskStep;

/** What one move brought about, as it is to be reported to the petition. */
final class Reporting implements Account {

    private final PetitionId petition;
    private final long sequence;
    private final Instant at;
    private final Facts facts;
    private final Actions actions;
    private final PublishedModels models;
    private final AskedOnce asked;
    private final FormCatalogue forms;
    private final List<PetitionCommand> reports = new ArrayList<>();

    Reporting(Happened by, Facts facts, Actions actions, PublishedModels models, AskedOnce asked, FormCatalogue forms) {
        this.petition = by.event().petition();
        this.sequence = by.sequence();
        this.at = by.at();
        this.facts = facts;
        this.actions = actions;
        this.models = models;
        this.asked = asked;
        this.forms = forms;
    }

    /** In the order in which it happened. */
    List<PetitionCommand> reports() {
        return reports;
    }

    @Override
    public Optional<Model> modelToStart(String process) {
        return asked.toStart(process, at, facts.text("unit"));
    }

    @Override
    public void taskOpened(TaskStep step, int version, String task, int occurrence) {
        report(new Report.OpenTask(
                petition,
                new TaskId(task),
                step.process(),
                step.activity(),
                occurrence,
                step.name(),
                form(step, version),
                group(step.group()),
                step.assigned()));
    }

    @Override
    public void taskCarried(TaskStep step, int version, String task, int occurrence) {
        report(new Report.CarryTask(
                petition,
                new TaskId(task),
                step.activity(),
                occurrence,
                step.name(),
                form(step, version),
                group(step.group()),
                step.assigned()));
    }

    /** The model's own form first, so that a later release of the shipped ones does not change a published model. */
    private Form form(TaskStep step, int version) {
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
    public void act(ActionStep action) {
        String call = DerivedId.of(petition.value(), action.process(), action.activity(), Math.toIntExact(sequence));
        reports.addAll(actions.orders(petition, call, action.topic(), action.inputs(), facts));
    }

    @Override
    public void report(PetitionCommand report) {
        reports.add(report);
    }
}
