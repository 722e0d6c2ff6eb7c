package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.caunoi.core.form.FormCatalogue;

class ExamplesTest {

    private static final Iterable<String> NAMES = Examples.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void an_example_could_be_published_as_it_is(String name) {
        byte[] xml = Examples.xml(name).orElseThrow().getBytes(StandardCharsets.UTF_8);
        assertThat(new ModelCheck(FormCatalogue.shipped()).check(xml)).isEmpty();
    }

    @Test
    void other_names_lead_to_no_file() {
        assertThat(Examples.xml("../models/complaint")).isEmpty();
    }
}
