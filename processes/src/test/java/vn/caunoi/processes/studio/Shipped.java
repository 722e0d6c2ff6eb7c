package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The models that come with the program, as the tests read them. */
final class Shipped {

    static final List<String> KEYS = ShippedModels.KEYS;

    private Shipped() {}

    static byte[] xml(String key) {
        return resource("/models/" + key + ".bpmn");
    }

    static byte[] resource(String path) {
        try (InputStream in = Shipped.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Diagram diagram(String key) {
        try {
            return Objects.requireNonNull(Diagram.of(XmlReading.read(xml(key))));
        } catch (UnreadableModel e) {
            throw new AssertionError(e);
        }
    }
}
