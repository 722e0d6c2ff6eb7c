package vn.caunoi.api.audit;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Writes OCEL 2.0 as JSON: petitions, tasks, letters, units and people as objects, and events that touch several of them. The
 * selection is gone through twice, first for the objects, so that nothing but names of units and people is held in memory.
 */
final class OcelLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PETITION = List.of("code", "kind", "channel");

    private final EventLogs logs;
    private final CaseFiles.Filter filter;
    private final Actor actor;
    private final boolean named;
    private final Set<String> units = new TreeSet<>();
    private final Set<String> people = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();

    OcelLog(EventLogs logs, CaseFiles.Filter filter, Actor actor, boolean named) {
        this.logs = logs;
        this.filter = filter;
        this.actor = actor;
        this.named = named;
    }

    void write(OutputStream to) {
        try (JsonGenerator json = JSON.createGenerator(to)) {
            json.writeStartObject();
            json.writeName("objects");
            json.writeStartArray();
            logs.each(filter, actor, trace -> objects(trace, json));
            units.forEach(unit -> object("unit:" + unit, "unit", json));
            people.forEach(person -> object("person:" + person, "person", json));
            json.writeEndArray();
            json.writeName("events");
            json.writeStartArray();
            logs.each(filter, actor, trace -> trace.events().forEach(event -> event(trace, event, json)));
            json.writeEndArray();
            types(json);
            json.writeEndObject();
        }
    }

    private void objects(EventLogs.Trace trace, JsonGenerator json) {
        Map<String, String> told = new TreeMap<>();
        told.put("code", trace.entry().code());
        told.put("kind", String.valueOf(trace.entry().kind()));
        told.put("channel", String.valueOf(trace.entry().channel()));
        String id = petition(trace);
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("type", "petition");
        json.writeName("attributes");
        json.writeStartArray();
        String since = XesLog.moment(trace.entry().receivedAt());
        told.forEach((name, value) -> json.writePOJO(Map.of("name", name, "time", since, "value", value)));
        json.writeEndArray();
        json.writeName("relationships");
        json.writePOJO(List.of(Map.of("objectId", "unit:" + trace.entry().unit().value(), "qualifier", "responsible")));
        json.writeEndObject();
        units.add(trace.entry().unit().value());
        trace.events().forEach(event -> {
            types.add(event.type());
            people.add(logs.resource(event.by(), named));
            if (event.facts().containsKey("unit")) units.add(event.facts().get("unit"));
        });
        trace.events().stream()
                .flatMap(event -> parts(trace, event).entrySet().stream())
                .distinct()
                .forEach(part -> object(part.getKey(), part.getValue(), json));
    }

    /** Tasks and letters an event names, with their type. */
    private static Map<String, String> parts(EventLogs.Trace trace, LoggedEvent event) {
        Map<String, String> parts = new TreeMap<>();
        String task = event.facts().get("task");
        if (task != null) parts.put("task:" + task, "task");
        String letter = event.facts().get("letter");
        if (letter != null) parts.put("letter:" + trace.entry().code() + ":" + letter, "letter");
        return parts;
    }

    private static void object(String id, String type, JsonGenerator json) {
        json.writePOJO(Map.of("id", id, "type", type, "attributes", List.of(), "relationships", List.of()));
    }

    private void event(EventLogs.Trace trace, LoggedEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", trace.entry().code() + "#" + event.seq());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("time", XesLog.moment(event.happened()));
        json.writeName("attributes");
        json.writeStartArray();
        json.writePOJO(Map.of("name", "recorded", "value", XesLog.moment(event.recorded())));
        json.writePOJO(Map.of("name", "activity", "value", event.activity()));
        String outcome = event.facts().get("outcome");
        if (outcome != null) json.writePOJO(Map.of("name", "outcome", "value", outcome));
        json.writeEndArray();
        json.writeName("relationships");
        json.writeStartArray();
        relation(petition(trace), "case", json);
        relation("person:" + logs.resource(event.by(), named), "by", json);
        if (event.facts().containsKey("unit")) relation("unit:" + event.facts().get("unit"), "of", json);
        parts(trace, event).forEach((id, type) -> relation(id, type, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void relation(String object, String qualifier, JsonGenerator json) {
        json.writePOJO(Map.of("objectId", object, "qualifier", qualifier));
    }

    private void types(JsonGenerator json) {
        json.writeName("objectTypes");
        json.writeStartArray();
        json.writePOJO(Map.of("name", "petition", "attributes", attributes(PETITION, "string")));
        List.of("task", "letter", "unit", "person")
                .forEach(type -> json.writePOJO(Map.of("name", type, "attributes", List.of())));
        json.writeEndArray();
        json.writeName("eventTypes");
        json.writeStartArray();
        types.forEach(type -> json.writePOJO(Map.of(
                "name",
                type,
                "attributes",
                List.of(
                        Map.of("name", "recorded", "type", "time"),
                        Map.of("name", "activity", "type", "string"),
                        Map.of("name", "outcome", "type", "string")))));
        json.writeEndArray();
    }

    private static List<Map<String, String>> attributes(List<String> names, String type) {
        return names.stream().map(name -> Map.of("name", name, "type", type)).toList();
    }

    private static String petition(EventLogs.Trace trace) {
        return "petition:" + trace.entry().code();
    }
}
