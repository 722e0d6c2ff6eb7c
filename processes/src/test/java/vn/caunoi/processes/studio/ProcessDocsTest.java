package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The pictures and tables in {@code docs/processes} are drawn from the models; {@code -Ddocs.write=true} writes them.
 */
class ProcessDocsTest {

    private static final Iterable<String> KEYS = Shipped.KEYS;

    @ParameterizedTest
    @FieldSource("KEYS")
    void the_picture_in_the_documents_is_that_of_the_model(String key) throws IOException {
        same(key + ".svg", Picture.of(Shipped.diagram(key)));
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void the_table_in_the_documents_is_that_of_the_model(String key) throws IOException {
        same(key + ".md", ProcessPage.of(Shipped.diagram(key)));
    }

    private static void same(String name, String now) throws IOException {
        Path file = documents().resolve(name);
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(file)
                .as("stale: write it with -Ddocs.write=true")
                .exists()
                .content()
                .isEqualTo(now);
    }

    private static Path documents() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("core/pom.xml"))) here = here.getParent();
        return here.resolve("docs/processes");
    }
}
