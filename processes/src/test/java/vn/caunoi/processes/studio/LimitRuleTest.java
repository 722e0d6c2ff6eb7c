package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.processes.rules.DmnRules;

class LimitRuleTest {

    private static final Iterable<String> KEYS = Shipped.KEYS;
    private static final DmnRules SHIPPED = DmnRules.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    @ParameterizedTest
    @FieldSource("KEYS")
    void the_shipped_table_answers_all_stages_of_the_shipped_models(String key) {
        assertThat(check(DAY).check(Shipped.xml(key))).isEmpty();
    }

    @Test
    void a_stage_without_a_row_is_told_with_the_case_that_would_stop() {
        String odd = new String(Shipped.xml("complaint"), StandardCharsets.UTF_8)
                .replace("\"stage\">publish<", "\"stage\">progress<");
        assertThat(check(DAY).check(odd.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("no-limit");
                    assertThat(problem.element()).isEqualTo("set-publication-deadline");
                    assertThat(problem.message()).contains("\"progress\"", "COMPLAINT");
                });
    }

    @Test
    void also_the_second_round_needs_its_row_and_a_day_before_the_law_has_none() {
        List<Problem> problems = check(LocalDate.of(2010, 1, 1)).check(Shipped.xml("complaint"));
        assertThat(problems).extracting(Problem::rule).containsOnly("no-limit");
        assertThat(problems).extracting(Problem::message).anyMatch(message -> message.contains("\"accept_2\""));
    }

    private static ModelCheck check(LocalDate day) {
        LimitRule.Table table = new LimitRule.Table(SHIPPED, SHIPPED.rows());
        return new ModelCheck(FormCatalogue.shipped(), new LimitRule(() -> table, () -> day));
    }
}
