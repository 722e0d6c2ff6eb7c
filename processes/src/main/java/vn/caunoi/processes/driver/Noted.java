package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.Report;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.Journey.TaskStep;

/** A report that also notes which steps were come to. */
final class Noted implements Account {

    private final Reporting reporting;
    private final List<TryOut.Place> steps;

    Noted(Reporting reporting, List<TryOut.Place> steps) {
        this.reporting = reporting;
        this.steps = steps;
    }

    List<PetitionCommand> reports() {
        return new ArrayList<>(reporting.reports());
    }

    @Override
    public Optional<Model> modelToStart(String process) {
        return reporting.modelToStart(process);
    }

    @Override
    public void taskOpened(TaskStep step, int version, String task, int occurrence) {
        steps.add(new TryOut.Place(step.process(), step.activity()));
        reporting.taskOpened(step, version, task, occurrence);
    }

    @Override
    public void act(ActionStep action) {
        steps.add(new TryOut.Place(action.process(), action.activity()));
        reporting.act(action);
    }

    @Override
    public void report(PetitionCommand report) {
        if (report instanceof Report.EndedProcess ended && ended.end() != null) {
            steps.add(new TryOut.Place(ended.process(), ended.end()));
        }
        reporting.report(report);
    }
}
