package vn.caunoi.processes.studio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.form.Form;

/**
 * Forms that come with a model: {@code <caunoi:form>} elements in the extension elements of the process, each holding
 * one form as JSON, in the shape of the shipped ones. They let a designer add a step that no code knows.
 */
public final class ModelForms {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Map<String, Form> forms = new LinkedHashMap<>();

    private ModelForms() {}

    /**
     * The forms in a published model.
     *
     * @throws IllegalArgumentException when the model cannot be read
     */
    public static ModelForms of(byte[] xml) {
        try {
            Problems problems = new Problems();
            Diagram diagram = Diagram.of(XmlReading.read(xml));
            if (diagram == null) throw new IllegalArgumentException("not a model with one process");
            ModelForms forms = of(diagram, problems);
            if (problems.hasErrors())
                throw new IllegalArgumentException(problems.all().toString());
            return forms;
        } catch (UnreadableModel e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * One form as a model writes it.
     *
     * @throws IllegalArgumentException when it is not the JSON of a form
     */
    public static Form read(String json) {
        try {
            Form form = JSON.readValue(json, Form.class);
            form.findings();
            return form;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not the JSON of a form", e);
        }
    }

    /** As {@link #read} takes it, without what says nothing. */
    public static String write(Form form) {
        return JSON.writeValueAsString(form);
    }

    static ModelForms of(Diagram diagram, Problems problems) {
        ModelForms own = new ModelForms();
        diagram.process().tree().filter(tag -> tag.is("caunoi:form")).forEach(tag -> own.add(tag, problems));
        return own;
    }

    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** In the order of the file. */
    List<Form> all() {
        return List.copyOf(forms.values());
    }

    private void add(Tag tag, Problems problems) {
        try {
            Form form = read(tag.text());
            form.problems().forEach(problem -> problems.error(form.id(), "bad-form", Said.known(problem)));
            if (forms.put(form.id(), form) != null) problems.error(form.id(), "bad-form", Sentence.BAD_FORM_TWICE.of());
        } catch (IllegalArgumentException e) {
            problems.error(tag.id(), "bad-form", Sentence.BAD_FORM_JSON.of(tag.line()));
        }
    }
}
