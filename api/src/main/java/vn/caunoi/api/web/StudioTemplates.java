package vn.caunoi.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.studio.Palette;

/**
 * The ready steps of the house as element templates of Camunda 7, for designers who draw with a modeler on their desk: a
 * user task for each form, a service task for each action.
 */
@RestController
class StudioTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    /** @param appliesTo sorts of elements */
    record Template(
            @JsonProperty("$schema") String schema,
            String id,
            String name,
            List<String> appliesTo,
            List<Property> properties) {}

    /** @param type {@code Hidden}, {@code String} or {@code Dropdown} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Property(
            @Nullable String label,
            String type,
            @Nullable String value,
            @Nullable List<Choice> choices,
            Binding binding,
            @Nullable Constraints constraints) {}

    record Choice(String name, String value) {}

    record Binding(String type, String name) {}

    record Constraints(boolean notEmpty) {}

    private final Palette palette;
    private final CurrentActor current;
    private final Words say;

    StudioTemplates(Palette palette, CurrentActor current, Words say) {
        this.palette = palette;
        this.current = current;
        this.say = say;
    }

    @GetMapping(path = "/studio/templates.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Template>> all() {
        current.with(Role.DESIGNER);
        Stream<Template> tasks = palette.forms().stream().map(this::task);
        Stream<Template> actions = palette.usual().entrySet().stream().map(use -> action(use.getKey(), use.getValue()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("caunoi-templates.json")
                                .build()
                                .toString())
                .body(Stream.concat(tasks, actions).toList());
    }

    private Template task(Palette.FormWords form) {
        String name = say.word("form", form.id());
        List<Choice> groups = palette.groups().stream()
                .map(group -> new Choice(say.word("group", group.toUpperCase(Locale.ROOT)), group))
                .toList();
        return new Template(
                SCHEMA,
                "vn.caunoi.form." + form.id(),
                name,
                List.of("bpmn:UserTask"),
                List.of(
                        hidden("camunda:formKey", form.id()),
                        new Property(say.text("studio.panel.name"), "String", name, null, property("name"), filled()),
                        new Property(
                                say.text("studio.panel.group"),
                                "Dropdown",
                                form.group(),
                                groups,
                                property("camunda:candidateGroups"),
                                filled())));
    }

    private Template action(String topic, Map<String, String> usual) {
        String name = say.word("studio.action", topic);
        List<Property> properties = new ArrayList<>(List.of(
                hidden("camunda:type", "external"),
                hidden("camunda:topic", topic),
                new Property(say.text("studio.panel.name"), "String", name, null, property("name"), filled())));
        palette.actions().stream()
                .filter(action -> action.topic().equals(topic))
                .flatMap(action -> action.inputs().stream())
                .forEach(input -> properties.add(new Property(
                        say.word("studio.input", input.name()),
                        input.options().isEmpty() ? "String" : "Dropdown",
                        usual.getOrDefault(input.name(), first(input.options())),
                        choices(input.options()),
                        new Binding("camunda:inputParameter", input.name()),
                        input.required() ? filled() : null)));
        return new Template(SCHEMA, "vn.caunoi.action." + topic, name, List.of("bpmn:ServiceTask"), properties);
    }

    private static @Nullable String first(List<String> options) {
        return options.isEmpty() ? null : options.getFirst();
    }

    private static @Nullable List<Choice> choices(List<String> options) {
        return options.isEmpty()
                ? null
                : options.stream().map(option -> new Choice(option, option)).toList();
    }

    private static Property hidden(String name, String value) {
        return new Property(null, "Hidden", value, null, property(name), null);
    }

    private static Binding property(String name) {
        return new Binding("property", name);
    }

    private static Constraints filled() {
        return new Constraints(true);
    }
}
