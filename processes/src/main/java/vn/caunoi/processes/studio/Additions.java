package vn.caunoi.processes.studio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.processes.studio.Diagram.Step;
import vn.caunoi.processes.studio.Told.What;

/** A step that was not there before, with who does it, and between which others it comes. */
final class Additions {

    private final Diagram diagram;
    private final ModelForms own;
    private final FormCatalogue shipped;
    private final Around around;

    Additions(Diagram diagram, ModelForms own, FormCatalogue shipped) {
        this.diagram = diagram;
        this.own = own;
        this.shipped = shipped;
        this.around = new Around(diagram);
    }

    /** Empty for what only joins ways or belongs to another step. */
    Optional<Told> of(Step step) {
        String before = around.before(step);
        String after = around.after(step);
        return Optional.ofNullable(
                switch (step.tag().name()) {
                    case "bpmn:userTask" -> task(step, before, after);
                    case "bpmn:serviceTask" ->
                        told(What.ACTION_ADDED, step, step.tag().get("camunda:topic", ""), before, after);
                    case "bpmn:receiveTask", "bpmn:intermediateCatchEvent" ->
                        told(What.WAIT_ADDED, step, Explanation.awaited(diagram, step), before, after);
                    case "bpmn:boundaryEvent" ->
                        told(
                                What.REACTION_ADDED,
                                step,
                                Explanation.awaited(diagram, step),
                                before,
                                after,
                                step.tag().get("cancelActivity", "true"));
                    case "bpmn:exclusiveGateway", "bpmn:inclusiveGateway" -> choice(step, before);
                    case "bpmn:subProcess" -> whenever(step);
                    case "bpmn:endEvent" -> step.name().isBlank() ? null : told(What.END_ADDED, step, before);
                    default -> null;
                });
    }

    private Told task(Step step, String before, String after) {
        String id = step.tag().get("camunda:formKey", step.id());
        Optional<Form> form = own.form(id).or(() -> shipped.form(id));
        return told(
                What.TASK_ADDED,
                step,
                step.tag().get("camunda:candidateGroups", ""),
                form.map(FormChanges::named).orElse(id),
                form.map(FormChanges::outcomes).orElse(""),
                before,
                after);
    }

    private @Nullable Told choice(Step step, String before) {
        if (diagram.from(step).size() < 2) return null;
        String ways = diagram.from(step).stream()
                .map(flow -> {
                    String when = WayChanges.when(diagram, flow);
                    Step to = diagram.step(flow.to());
                    String where = to == null ? "" : around.nameOrAfter(to);
                    return when.isEmpty() ? where : when + " → " + where;
                })
                .collect(Collectors.joining("|"));
        return told(What.CHOICE_ADDED, step, before, ways);
    }

    private @Nullable Told whenever(Step step) {
        if (!step.isEventSubprocess()) return null;
        String event = diagram.starts(step.id()).stream()
                .map(start -> Explanation.awaited(diagram, start))
                .collect(Collectors.joining());
        return told(What.WHENEVER_ADDED, step, event, Explanation.inside(diagram, step));
    }

    private static Told told(What what, Step step, String... values) {
        return new Told(what, step.id(), step.name(), List.of(values));
    }
}
