package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ShippedModelsTest {

    private static final Iterable<String> KEYS = Shipped.KEYS;

    @ParameterizedTest
    @FieldSource("KEYS")
    void a_shipped_model_can_be_read_by_people(String key) {
        assertThat(Layout.faults(Shipped.diagram(key))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void ids_in_a_shipped_model_are_words(String key) {
        assertThat(Shipped.diagram(key).steps())
                .allSatisfy(step -> assertThat(step.id()).matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void every_step_of_a_shipped_model_says_in_english_what_it_is_for(String key) {
        assertThat(Shipped.diagram(key).steps()).allSatisfy(step -> assertThat(Diagram.documentation(step.tag()))
                .isNotBlank());
    }
}
