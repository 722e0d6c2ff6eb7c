package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.FormProblem;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.form.Wording;

/**
 * What is wrong with a form that a designer made: that it cannot be filled in, or is not put into words. Outcomes,
 * fields and options that the house knows from its own forms need no words.
 */
public final class FormCheck {

    /** The rule of a label that is missing in Vietnamese: such a form is not published. */
    public static final String VIETNAMESE = "words-vi";

    /** The rule of a label that is missing in English: a warning. */
    public static final String ENGLISH = "words-en";

    private final Set<String> outcomes = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final Set<String> options = new HashSet<>();

    /** @param shipped whose words the house knows */
    FormCheck(FormCatalogue shipped) {
        shipped.all().stream().flatMap(form -> form.outcomes().stream()).forEach(outcome -> {
            outcomes.add(outcome.id());
            outcome.fields().forEach(field -> {
                fields.add(field.id());
                options.addAll(field.options());
            });
        });
    }

    /** All of it; first what keeps the form from being filled in. */
    public List<FormProblem> check(Form form) {
        List<FormProblem> found = new ArrayList<>(form.findings());
        found.addAll(words(form));
        return found;
    }

    /** What is not put into words. */
    List<FormProblem> words(Form form) {
        Missing missing = new Missing(new ArrayList<>());
        if (form.words() != null) missing.in(null, null, "the name", form.words(), null);
        form.outcomes().forEach(outcome -> outcome(outcome, missing));
        return missing.found();
    }

    private void outcome(Outcome outcome, Missing missing) {
        boolean known = outcomes.contains(outcome.id()) && outcome.words() == null;
        String where = "outcome " + outcome.id();
        if (!known) missing.in(outcome.id(), null, where, outcome.words(), outcome.label());
        outcome.fields().forEach(field -> field(outcome, where + ", field " + field.id(), field, missing));
    }

    private void field(Outcome outcome, String where, Field field, Missing missing) {
        boolean known = fields.contains(field.id()) && field.words() == null;
        if (!known) missing.in(outcome.id(), field.id(), where, field.words(), field.label());
        for (String option : field.options()) {
            Wording own =
                    field.optionWords() == null ? null : field.optionWords().get(option);
            boolean worded = own == null && options.contains(option);
            if (!worded) missing.in(outcome.id(), field.id(), where + ", option " + option, own, null);
        }
    }

    private record Missing(List<FormProblem> found) {

        /** @param label a label of older forms, which are in Vietnamese */
        void in(
                @Nullable String outcome,
                @Nullable String field,
                String where,
                @Nullable Wording words,
                @Nullable String label) {
            String vietnamese = words == null ? label : words.vi();
            if (vietnamese == null || vietnamese.isBlank()) {
                found.add(new FormProblem(outcome, field, VIETNAMESE, "", where + ": no Vietnamese label"));
            }
            if (words == null || words.en() == null || words.en().isBlank()) {
                found.add(new FormProblem(outcome, field, ENGLISH, "", where + ": no English label"));
            }
        }
    }
}
