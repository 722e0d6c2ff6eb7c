package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Small models to begin with and to learn from; each is sound and could be published. */
public final class Examples {

    /** By name: one step, an approval by two, mediation before a decision. */
    public static final List<String> NAMES = List.of("minimal", "two-approvals", "mediation-first");

    private Examples() {}

    /** The BPMN file; empty for a name that is not among them. */
    public static Optional<String> xml(String name) {
        if (!NAMES.contains(name)) return Optional.empty();
        try (InputStream in = Examples.class.getResourceAsStream("/examples/" + name + ".bpmn")) {
            if (in == null) throw new IllegalStateException("no example " + name);
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
