package vn.caunoi.core.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
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
 * @param words its name where it comes with a model; null for shipped forms
 */
public record Form(
        String id,
        @Nullable Stage stage,
        List<Outcome> outcomes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Wording words) {
    public Form {
        outcomes = List.copyOf(outcomes);
    }

    public Form(String id, @Nullable Stage stage, List<Outcome> outcomes) {
        this(id, stage, outcomes, null);
    }

    /** Its name in words of its own; null where the house has one. */
    public @Nullable String said(String language) {
        return words == null ? null : words.in(language);
    }

    public Optional<Outcome> outcome(String outcomeId) {
        return outcomes.stream().filter(o -> o.id().equals(outcomeId)).findFirst();
    }

    /** The same, asking why where another outcome is proposed in this case. */
    public Optional<Outcome> outcome(String outcomeId, FormContext context) {
        return outcome(outcomeId).map(outcome -> departsIn(context, outcome) ? outcome.departing() : outcome);
    }

    /**
     * The form as it is for one case now: what is proposed first, nothing the law does not allow, bounds as dates, one
     * field for each standing point, choices filled in.
     */
    public Form resolve(FormContext context) {
        String proposed = context.proposed().get(id);
        return new Form(
                id,
                stage,
                outcomes.stream()
                        .filter(outcome -> !context.barred().contains(outcome.act()))
                        .sorted(Comparator.comparing(outcome -> !outcome.id().equals(proposed)))
                        .map(outcome -> departsIn(context, outcome) ? outcome.departing() : outcome)
                        .map(outcome -> outcome.resolve(context))
                        .toList(),
                words);
    }

    private boolean departsIn(FormContext context, Outcome outcome) {
        String proposed = context.proposed().get(id);
        return proposed != null
                && outcome(proposed).isPresent()
                && !outcome.id().equals(proposed);
    }

    /** What is wrong with this form, in plain English; empty for one that can be used. */
    public List<String> problems() {
        return findings().stream().map(FormProblem::said).toList();
    }

    /** The same, by outcome and field. */
    public List<FormProblem> findings() {
        return FormProblems.of(this);
    }
}
