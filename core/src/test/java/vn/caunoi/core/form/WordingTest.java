package vn.caunoi.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Wording BOTH = new Wording("Hài lòng?", "Satisfied?");

    @Test
    void a_label_is_said_in_the_language_of_the_reader_or_in_the_other_one() {
        assertThat(BOTH.in("vi")).isEqualTo("Hài lòng?");
        assertThat(BOTH.in("en")).isEqualTo("Satisfied?");
        assertThat(new Wording(null, "Satisfied?").in("vi")).isEqualTo("Satisfied?");
        assertThat(new Wording("Hài lòng?", " ").in("en")).isEqualTo("Hài lòng?");
        assertThat(new Wording(null, "").in("en")).isNull();
    }

    @Test
    void words_of_a_form_stay_with_its_concrete_fields() {
        Field field = new Field(
                "contented",
                FieldType.CHOICE,
                true,
                "older",
                List.of("yes", "no"),
                null,
                null,
                false,
                true,
                BOTH,
                Map.of("yes", new Wording("Có", "Yes")));
        Form form = new Form(
                "survey",
                null,
                List.of(new Outcome("asked", null, Act.NONE, List.of(field), new Wording("Đã hỏi", "Asked"))),
                new Wording("Khảo sát", "Survey"));
        FormContext context = FormContext.of(LocalDate.of(2026, 11, 18), Map.of(), List.of(1));
        Form concrete = form.resolve(context);
        assertThat(concrete.said("en")).isEqualTo("Survey");
        Outcome outcome = concrete.outcomes().getFirst();
        assertThat(outcome.said("vi")).isEqualTo("Đã hỏi");
        Field asked = outcome.fields().getFirst();
        assertThat(asked.id()).isEqualTo("contented_1");
        assertThat(asked.said("en")).isEqualTo("Satisfied?");
        assertThat(asked.said("yes", "vi")).isEqualTo("Có");
        assertThat(asked.said("no", "vi")).isNull();
    }

    @Test
    void what_is_wrong_is_told_by_outcome_and_field() {
        Field field = new Field("when", FieldType.DATE, true, null, List.of(), "SOON", null, false, false);
        Form form = new Form("survey", null, List.of(new Outcome("asked", null, Act.STORE, List.of(field))));
        assertThat(form.findings())
                .extracting(FormProblem::outcome, FormProblem::field, FormProblem::rule, FormProblem::detail)
                .containsExactly(tuple("asked", "when", "bound", "SOON"), tuple("asked", null, "act-needs", "reason"));
    }
}
