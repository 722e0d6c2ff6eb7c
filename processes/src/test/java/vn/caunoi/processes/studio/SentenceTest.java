package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.FormProblem;
import vn.caunoi.processes.actions.ActionProblem;
import vn.caunoi.processes.engine.NotACondition;

/** What a check says is a sentence with what it names, so that it can be said in another language. */
class SentenceTest {

    /** One of everything that can be wrong with its outcomes and fields. */
    private static final String BAD_FORM = """
            {"id": "bad", "outcomes": [
              {"id": "newOne", "act": "REQUEST_SUPPLEMENT", "fields": [
                {"id": "Not-Camel", "type": "text", "min": "x"},
                {"id": "newField", "type": "choice"},
                {"id": "newField", "type": "choice", "options": ["newWord", "newWord"]},
                {"id": "newBounds", "type": "boolean", "min": "1"},
                {"id": "newNumber", "type": "integer", "min": "5", "max": "1"},
                {"id": "newText", "type": "text", "min": "-1"}]},
              {"id": "newOne", "act": "REQUEST_SUPPLEMENT", "fields": []}]}""";

    @Test
    void whatever_is_wrong_with_a_form_is_a_sentence_of_the_house() {
        FormCheck check = new FormCheck(FormCatalogue.shipped());
        List<FormProblem> found = new ArrayList<>(check.check(ModelForms.read("""
                {"id": "Not a word", "outcomes": [], "words": {"vi": "%s"}}""".formatted("x".repeat(301)))));
        found.addAll(check.check(ModelForms.read(BAD_FORM)));
        assertThat(found)
                .extracting(FormProblem::rule)
                .contains("id", "no-outcome", "words-long", "twice", "act-needs", "no-options", "option-twice")
                .contains("no-bounds", "bound", "crossed", FormCheck.VIETNAMESE, FormCheck.ENGLISH);
        assertThat(found).allSatisfy(problem -> assertThat(innermost(Said.known(problem.said())))
                .as(problem.said())
                .isNotIn(Sentence.AS_SAID, Sentence.IN_OUTCOME, Sentence.IN_FIELD));
    }

    private static Sentence innermost(Said said) {
        return said.last() == null ? said.sentence() : innermost(said.last());
    }

    @Test
    void a_sentence_names_its_values_in_their_order() {
        Said said = Sentence.UNKNOWN_OUTCOME.of("triage", "x");
        assertThat(said.english()).isEqualTo("The form \"triage\" has no outcome \"x\".");
        assertThat(Sentence.UNKNOWN_OUTCOME.code()).isEqualTo("unknown-outcome");
        assertThat(Sentence.UNKNOWN_OUTCOME.english()).isEqualTo("The form \"{0}\" has no outcome \"{1}\".");
    }

    @Test
    void a_sentence_is_not_said_with_more_or_less_than_it_names() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sentence.UNKNOWN_OUTCOME.of("triage"));
        assertThatIllegalArgumentException().isThrownBy(() -> Sentence.UNREACHABLE.of("here"));
    }

    @Test
    void a_sentence_may_end_in_another_one() {
        Said said = Sentence.FORM_WORDS.around(Sentence.WORDS_OUTCOME_VI.of("done"), "triage");
        assertThat(said.english()).isEqualTo("The form \"triage\", outcome done: no Vietnamese label.");
        assertThat(said.last()).isEqualTo(Sentence.WORDS_OUTCOME_VI.of("done"));
    }

    @Test
    void programs_read_a_problem_in_english_with_its_code_and_what_it_names() {
        Said said = Sentence.UNKNOWN_OUTCOME.of("triage", "x");
        Map<String, Object> read = JsonMapper.builder()
                .build()
                .convertValue(
                        new Problem(Problem.Severity.ERROR, "classify", "unknown-outcome", said, null),
                        new TypeReference<>() {});
        assertThat(read)
                .containsEntry("severity", "ERROR")
                .containsEntry("element", "classify")
                .containsEntry("rule", "unknown-outcome")
                .containsEntry("message", said.english())
                .containsEntry("code", "unknown-outcome")
                .containsEntry("values", List.of("triage", "x"))
                .doesNotContainKey("said");
    }

    @Test
    void why_a_condition_or_an_action_is_wrong_is_a_sentence_of_the_house() {
        assertThat(NotACondition.Why.values())
                .allSatisfy(why -> assertThat(Sentence.about(why).english()).startsWith(why.english()));
        assertThat(ActionProblem.Why.values())
                .allSatisfy(why -> assertThat(Sentence.about(why).english()).isEqualTo(why.english() + "."));
    }

    @Test
    void what_was_written_down_in_english_is_known_again() {
        Set<Sentence> others = Set.of(Sentence.AS_SAID);
        assertThat(Arrays.stream(Sentence.values()).filter(one -> !others.contains(one)))
                .allSatisfy(sentence ->
                        assertThat(Said.known(sentence.english()).sentence()).isEqualTo(sentence));
        assertThat(Said.known("Row T1: The row stands there twice."))
                .isEqualTo(Sentence.PART_ROW.around(Sentence.TABLE_TWICE.of(), "T1"));
        assertThat(Said.known("deadlines: row d1 is for others than before"))
                .isEqualTo(Sentence.BROKEN_OTHERS.of("deadlines", "d1"));
        assertThat(Said.known("outcome o: GUIDE needs a required field reason"))
                .isEqualTo(Sentence.IN_OUTCOME.around(Sentence.FORM_ACT_NEEDS.of("GUIDE", "reason"), "o"));
        assertThat(Said.known("Nobody says this.")).isEqualTo(Sentence.AS_SAID.of("Nobody says this."));
    }
}
