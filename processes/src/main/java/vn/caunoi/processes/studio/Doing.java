package vn.caunoi.processes.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.processes.studio.Diagram.Step;

/** What a step of a diagram does, in the words of {@link LegalStep}. */
final class Doing {

    private final Diagram diagram;
    private final ModelForms own;
    private final FormCatalogue shipped;

    Doing(Diagram diagram, FormCatalogue shipped) {
        this.diagram = diagram;
        this.own = ModelForms.of(diagram, new Problems());
        this.shipped = shipped;
    }

    /** What can come out of a user task; empty for any other step. */
    List<Outcome> outcomes(Step step) {
        if (!step.is("userTask")) return List.of();
        return form(step).map(Form::outcomes).orElse(List.of());
    }

    private Optional<Form> form(Step task) {
        String key = key(task);
        return own.form(key).or(() -> shipped.form(key));
    }

    private static String key(Step task) {
        return task.tag().get("camunda:formKey", task.id());
    }

    /** What it does whatever comes out of it. */
    Set<String> words(Step step) {
        Set<String> words = new HashSet<>();
        switch (step.tag().name()) {
            case "bpmn:userTask" -> {
                words.add("form:" + key(step));
                words.add("group:" + step.tag().get("camunda:candidateGroups", ""));
            }
            case "bpmn:serviceTask" -> {
                String stage = Diagram.inputs(step).get("stage");
                String topic = step.tag().get("camunda:topic", "");
                if (topic.equals("set-deadline") && stage != null) words.add("limit:" + stage);
                if (topic.equals("limit-supplement")) words.add("limit:supplement");
            }
            default -> {
                @Nullable String event = diagram.message(step.tag());
                if (event != null) words.add("event:" + event);
            }
        }
        return words;
    }

    /** What choosing it does, and what it asks for. */
    static Set<String> words(Outcome outcome) {
        Set<String> words = new HashSet<>();
        words.add("act:" + outcome.act());
        outcome.fields().forEach(field -> words.add("field:" + field.id()));
        return words;
    }
}
