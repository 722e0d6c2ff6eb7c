package vn.caunoi.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Map<String, Object> FACTS = Map.of(
            "kind", "COMPLAINT", "accepted", true, "withdrawn", false, "draft", 3L, "today", LocalDate.of(2026, 3, 2));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "accepted ; true",
                "!accepted ; false",
                "not withdrawn and accepted ; true",
                "kind == 'COMPLAINT' && draft > 2 ; true",
                "kind == \"FEEDBACK\" || draft <= 2 ; false",
                "withdrawn || accepted && draft == 4 ; false",
                "(withdrawn || accepted) && draft == 3 ; true",
                "accepted == true ; true",
                "draft != -3 ; true",
                "today < '2026-03-03' ; true",
                "'2026-03-03' <= today ; false"
            })
    void holds_or_not(String text, boolean expected) {
        assertThat(Condition.parse(text, FACTS).holds(FACTS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kind",
                "nobody == 'x'",
                "kind.length() == 3",
                "kind == 3",
                "kind < 'Z'",
                "accepted &&",
                "(accepted",
                "accepted)",
                "draft + 1 == 4",
                "kind = 'x'",
                "accepted ? true : false",
                "today == 'soon'",
                "accepted accepted",
                "''.getClass() == kind",
                "kind['x'] == 'y'",
                "draft == 99999999999999999999"
            })
    void what_is_not_understood_is_refused(String text) {
        assertThatThrownBy(() -> Condition.parse(text, FACTS)).isInstanceOf(NotACondition.class);
    }

    @Test
    void names_the_facts_it_asks() {
        assertThat(Condition.parse("!withdrawn && kind == 'x'", FACTS).names()).containsExactly("withdrawn", "kind");
    }

    @Test
    void a_condition_that_never_ends_is_refused() {
        assertThatThrownBy(() -> Condition.parse("(".repeat(10_000), FACTS)).isInstanceOf(NotACondition.class);
    }
}
