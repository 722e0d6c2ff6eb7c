package vn.caunoi.core.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Stage;

/**
 * The form of a user task.
 *
 * @param id permanent word, for example {@code classify}
 * @param stage where a petition stands while a task with this form is its work; null leaves the stage as it is
 * @param outcomes the ordinary way forward first
 */
public record Form(String id, @Nullable Stage stage, List<Outcome> outcomes) {
    public Form {
        outcomes = List.copyOf(outcomes);
    }

    public Optional<Outcome> outcome(String outcomeId) {
        return outcomes.stream().filter(o -> o.id().equals(outcomeId)).findFirst();
    }

    /** The form as it is for one case now: bounds as dates, one field for each standing point, choices filled in. */
    public Form resolve(FormContext context) {
        return new Form(
                id,
                stage,
                outcomes.stream().map(outcome -> outcome.resolve(context)).toList());
    }

    /** What is wrong with this form, in plain English; empty for one that can be used. */
    public List<String> problems() {
        return FormProblems.of(this);
    }
}
