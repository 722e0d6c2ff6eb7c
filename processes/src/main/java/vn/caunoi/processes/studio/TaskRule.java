package vn.caunoi.processes.studio;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/** User tasks have a form that exists and a group that works, and ways on for what can come out of them. */
final class TaskRule implements Rule {

    private static final Set<String> GROUPS = Set.of(Role.CLERK.group(), Role.OFFICER.group(), Role.HEAD.group());
    private static final Pattern COMPARED = Pattern.compile("outcome\\s*[!=]=\\s*['\"]([^'\"]*)['\"]");

    /** Outcomes after which the case cannot go on as if nothing had been said. */
    private static final Set<Act> LEAVING = EnumSet.of(
            Act.REQUEST_SUPPLEMENT,
            Act.GUIDE,
            Act.TRANSFER,
            Act.STORE,
            Act.NOT_ACCEPT,
            Act.RETURN_RESOLUTION,
            Act.RETURN_ANSWER,
            Act.PASS_TO_UNIT);

    private final FormCatalogue shipped;

    TaskRule(FormCatalogue shipped) {
        this.shipped = shipped;
    }

    @Override
    public void check(Diagram diagram, Problems problems) {
        ModelForms own = ModelForms.of(diagram, problems);
        diagram.steps("userTask").forEach(task -> {
            if (task.name().isBlank()) problems.error(task.id(), "name-missing", Sentence.TASK_NAME.of());
            group(task, problems);
            String key = task.tag().get("camunda:formKey", task.id());
            Optional<Form> form = own.form(key).or(() -> shipped.form(key));
            form.ifPresentOrElse(
                    f -> outcomes(diagram, task, f, problems),
                    () -> problems.error(task.id(), "unknown-form", Sentence.UNKNOWN_FORM.of(key), meant(task, key)));
        });
    }

    private Problem.@Nullable Fix meant(Step task, String key) {
        return Nearest.to(key, shipped.all().stream().map(Form::id).toList())
                .map(form -> new Problem.Fix(task.id(), "camunda:formKey", form))
                .orElse(null);
    }

    private static void group(Step task, Problems problems) {
        String group = task.tag().get("camunda:candidateGroups", "").strip();
        if (!GROUPS.contains(group)) {
            problems.error(
                    task.id(),
                    "unknown-group",
                    Sentence.UNKNOWN_GROUP.of(group),
                    new Problem.Fix(task.id(), "camunda:candidateGroups", Role.OFFICER.group()));
        }
        String assignee = task.tag().get("camunda:assignee");
        if (assignee != null && !assignee.equals("assigned")) {
            problems.error(task.id(), "assignee", Sentence.ASSIGNEE.of());
        }
    }

    private static void outcomes(Diagram diagram, Step task, Form form, Problems problems) {
        List<Flow> asked = askedAfter(diagram, task);
        Set<String> told = new HashSet<>();
        asked.stream().map(Flow::condition).filter(c -> c != null).forEach(condition -> {
            Matcher matcher = COMPARED.matcher(condition);
            while (matcher.find()) told.add(matcher.group(1));
        });
        told.stream()
                .filter(outcome -> form.outcome(outcome).isEmpty())
                .forEach(outcome ->
                        problems.error(task.id(), "unknown-outcome", Sentence.UNKNOWN_OUTCOME.of(form.id(), outcome)));
        if (form.outcomes().size() < 2) return;
        form.outcomes().stream()
                .filter(o -> LEAVING.contains(o.act()))
                .map(Outcome::id)
                .filter(o -> !told.contains(o))
                .forEach(outcome ->
                        problems.warning(task.id(), "outcome-not-handled", Sentence.OUTCOME_NOT_HANDLED.of(outcome)));
    }

    /** The ways out of the gateway that follows, if one does. */
    private static List<Flow> askedAfter(Diagram diagram, Step task) {
        return diagram.from(task).stream()
                .map(Flow::to)
                .map(diagram::step)
                .filter(step -> step != null && step.tag().name().endsWith("Gateway"))
                .flatMap(step -> diagram.from(step).stream())
                .toList();
    }
}
