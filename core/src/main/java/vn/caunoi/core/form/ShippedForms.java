package vn.caunoi.core.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The forms of {@code forms.json}; a catalogue with a mistake does not load. */
final class ShippedForms implements FormCatalogue {

    private static final String PATH = "/forms.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, Form> forms = new LinkedHashMap<>();

    private ShippedForms(List<Form> all) {
        for (Form form : all) {
            List<String> problems = form.problems();
            if (!problems.isEmpty()) throw new IllegalStateException("form " + form.id() + ": " + problems);
            if (forms.put(form.id(), form) != null) throw new IllegalStateException("form " + form.id() + " twice");
        }
    }

    static ShippedForms load() {
        try (InputStream file = ShippedForms.class.getResourceAsStream(PATH)) {
            if (file == null) throw new IllegalStateException(PATH + " is missing from the build");
            return read(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ShippedForms read(byte[] json) {
        return new ShippedForms(List.of(JSON.readValue(json, Form[].class)));
    }

    @Override
    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    @Override
    public List<Form> all() {
        return List.copyOf(forms.values());
    }
}
