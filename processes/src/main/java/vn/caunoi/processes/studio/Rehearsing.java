package vn.caunoi.processes.studio;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.core.table.TableName;
import vn.caunoi.processes.driver.Rehearsal;
import vn.caunoi.processes.driver.Rehearsal.Draft;
import vn.caunoi.processes.studio.Problem.Severity;

/** Rehearses past cases through a draft that passes the {@link ModelCheck}. */
public class Rehearsing {

    /** What became of an attempt to rehearse. */
    public sealed interface Outcome {}

    public record Rehearsed(Rehearsal.Outcome outcome) implements Outcome {}

    /** @param problems at least one error, and the warnings */
    public record Refused(List<Problem> problems) implements Outcome, Preparation {}

    /** Whether a draft can be rehearsed. */
    public sealed interface Preparation {}

    public record Ready(Draft draft) implements Preparation {}

    /**
     * A user task of a draft.
     *
     * @param step as {@code process/step}
     * @param outcomes ids of those its form has
     */
    public record Task(String step, String name, List<String> outcomes) {

        /** Of the element in its diagram. */
        public String id() {
            return step.substring(step.indexOf('/') + 1);
        }
    }

    private final ModelCheck check;
    private final FormCatalogue forms;
    private final Supplier<Rehearsal> rehearsal;

    public Rehearsing(ModelCheck check, FormCatalogue forms, Supplier<Rehearsal> rehearsal) {
        this.check = check;
        this.forms = forms;
        this.rehearsal = rehearsal;
    }

    /** @param key of the process whose draft it must be */
    public Outcome rehearse(String key, byte[] xml, Rehearsal.Wanted wanted) {
        return switch (prepare(key, xml, ProposedRules.NONE)) {
            case Ready ready -> new Rehearsed(rehearsal.get().rehearse(ready.draft(), wanted));
            case Refused refused -> refused;
        };
    }

    /**
     * Checks a draft.
     *
     * @param key of the process whose draft it must be
     * @param proposed limits and tables that come with it
     */
    public Preparation prepare(String key, byte[] xml, ProposedRules proposed) {
        List<Problem> problems = check.check(xml, proposed.tables().get(TableName.DEADLINES));
        if (problems.stream().anyMatch(Problem::isError)) return new Refused(problems);
        try {
            String text = XmlReading.text(xml);
            Diagram diagram = diagram(xml);
            if (!diagram.key().equals(key)) return refused("key", Sentence.OTHER_KEY.of(diagram.key()));
            return new Ready(new Draft(key, text, diagram.catches(), proposed));
        } catch (UnreadableModel e) {
            return refused("unreadable", e.said());
        }
    }

    /** The user tasks of a draft that passed the check, with how each can end. */
    public List<Task> tasks(byte[] xml) {
        try {
            Diagram diagram = diagram(xml);
            ModelForms own = ModelForms.of(xml);
            return diagram.steps("userTask")
                    .map(step -> new Task(
                            diagram.key() + "/" + step.id(),
                            step.name(),
                            outcomes(own, step.tag().get("camunda:formKey", step.id()))))
                    .toList();
        } catch (UnreadableModel e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private List<String> outcomes(ModelForms own, String form) {
        Optional<Form> found = own.form(form).or(() -> forms.form(form));
        return found.stream()
                .flatMap(one -> one.outcomes().stream())
                .map(outcome -> outcome.id())
                .toList();
    }

    private static Diagram diagram(byte[] xml) throws UnreadableModel {
        return Objects.requireNonNull(Diagram.of(XmlReading.read(xml)), "not one process");
    }

    private static Refused refused(String rule, Said said) {
        return new Refused(List.of(new Problem(Severity.ERROR, null, rule, said, null)));
    }
}
