package vn.caunoi.processes.studio;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One XML element.
 *
 * @param name with the usual prefix of its namespace, whatever the file calls it: {@code bpmn:userTask}
 * @param attributes by name, those without a namespace without a prefix
 * @param text its own text, trimmed
 * @param line where it begins
 */
record Tag(String name, Map<String, String> attributes, List<Tag> children, String text, int line) {

    @Nullable String get(String attribute) {
        return attributes.get(attribute);
    }

    String get(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    @Nullable String id() {
        return attributes.get("id");
    }

    boolean is(String other) {
        return name.equals(other);
    }

    Stream<Tag> all(String childName) {
        return children.stream().filter(child -> child.is(childName));
    }

    @Nullable Tag first(String childName) {
        return all(childName).findFirst().orElse(null);
    }

    /** This element and everything in it, in the order of the file. */
    Stream<Tag> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Tag::tree));
    }
}
