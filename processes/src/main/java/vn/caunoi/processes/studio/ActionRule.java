package vn.caunoi.processes.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.actions.ActionCatalogue;
import vn.caunoi.processes.studio.Diagram.Step;

/** A service task is an action of the catalogue with the inputs that action takes; nothing else has inputs. */
final class ActionRule implements Rule {

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.steps("serviceTask").forEach(step -> {
            if (!"external".equals(step.tag().get("camunda:type"))) {
                problems.error(step.id(), "unknown-action", Sentence.ACTION_TYPE.of());
                return;
            }
            String topic = step.tag().get("camunda:topic", "");
            ActionCatalogue.problems(topic, Diagram.inputs(step))
                    .forEach(problem ->
                            problems.error(step.id(), "unknown-action", Said.of(problem), meant(step, topic)));
        });
        diagram.steps().filter(step -> !step.is("serviceTask")).forEach(step -> inputs(step, problems));
        diagram.process().all("bpmn:extensionElements").forEach(tag -> mapping(tag, diagram.key(), problems));
    }

    private static Problem.@Nullable Fix meant(Step step, String topic) {
        List<String> topics = ActionCatalogue.actions().stream()
                .map(ActionCatalogue.Action::topic)
                .toList();
        if (topics.contains(topic)) return null;
        return Nearest.to(topic, topics)
                .map(known -> new Problem.Fix(step.id(), "camunda:topic", known))
                .orElse(null);
    }

    private static void inputs(Step step, Problems problems) {
        step.tag().all("bpmn:extensionElements").forEach(tag -> mapping(tag, step.id(), problems));
    }

    private static void mapping(Tag extensions, String of, Problems problems) {
        if (extensions.first("camunda:inputOutput") != null) {
            problems.error(of, "unknown-action", Sentence.ONLY_ACTIONS.of());
        }
    }
}
