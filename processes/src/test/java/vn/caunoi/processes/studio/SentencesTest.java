package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.caunoi.core.form.FormCatalogue;

/** What a check says is known again, so that it can be said in another language. */
class SentencesTest {

    @Test
    void every_problem_of_a_bad_model_is_a_known_sentence() {
        ModelCheck check = new ModelCheck(FormCatalogue.shipped());
        HostileModels.all()
                .forEach((name, file) -> assertThat(check.check(file)).as(name).allSatisfy(problem -> assertThat(
                                Sentences.of(problem.message()))
                        .isPresent()));
    }

    @Test
    void what_a_sentence_names_is_read_in_its_order() {
        assertThat(Sentences.of("The form \"triage\" has no outcome \"x\".")).hasValueSatisfying(said -> {
            assertThat(said.code()).isEqualTo("unknown-outcome");
            assertThat(said.values()).containsExactly("triage", "x");
        });
        assertThat(Sentences.of("Nobody says this.")).isEmpty();
    }

    @Test
    void every_sentence_is_known_by_its_own_english() {
        assertThat(Sentences.english())
                .allSatisfy((code, english) ->
                        assertThat(Sentences.of(english).orElseThrow().code()).isEqualTo(code));
    }
}
