package vn.caunoi.projections.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.PaperAdded;
import vn.caunoi.core.petition.CaseEvent.PetitionSuspended;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.LetterEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/** What the history shows of an event: its content in clear, without what the item itself says. */
final class HistoryData {
    private static final Set<String> NOISE = Set.of("petition", "occurred", "pinHash", "explanation", "by");

    /** What is shown of a denunciation: where it stands and when what is due. */
    private static final Set<String> DATES = Set.of(
            "task",
            "key",
            "stage",
            "due",
            "before",
            "from",
            "on",
            "late",
            "kind",
            "after",
            "onTime",
            "ground",
            "level",
            "unit",
            "acceptedOn",
            "issuedOn",
            "sentOn",
            "deliveredOn",
            "publishedOn",
            "repliedOn",
            "denouncerToldOn",
            "accusedToldOn",
            "concludedOn",
            "handledOn",
            "complexity",
            "time",
            "rule",
            "process",
            "version",
            "occurrence");

    /** Where petitioners are named by design; {@code data} is what was filled into a form, minutes among it. */
    private static final Set<String> PEOPLE = Set.of("petitioners", "participants", "absent", "recipients", "data");

    /** What a letter says names those it is about and for. */
    private static final Set<String> SAID = Set.of("subject", "addressee", "body", "receiver", "trace", "reason");

    /** What an opinion was asked about, and by whom it was given. */
    private static final Set<String> ASKED = Set.of("question", "papers", "text", "files", "name", "email", "reason");

    /** Whom a paper is of, and why it came so late. */
    private static final Set<String> SENT = Set.of("sender", "reason");

    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("in clear")
                    .addSerializer(Role.class, new Group())
                    .addSerializer(Sealed.class, new ClearText())
                    .addSerializer(SealedData.class, new ClearData()))
            .build();

    private HistoryData() {}

    static Map<String, Object> of(PetitionEvent event, boolean sealed, boolean names) {
        Map<String, Object> data = read(event);
        data.keySet().removeAll(NOISE);
        if (event instanceof ConsequenceEvent) flatten(data);
        if (data.get("form") instanceof Map<?, ?> form && form.get("id") instanceof String id) data.put("form", id);
        // the ground of a suspension is not one of a list but written by hand
        if (sealed && event instanceof PetitionSuspended) data.remove("ground");
        if (sealed) data.entrySet().removeIf(entry -> !DATES.contains(entry.getKey()) || nested(entry.getValue()));
        if (!names) withoutPeople(data);
        if (!names && event instanceof LetterEvent) data.keySet().removeAll(SAID);
        if (!names && event instanceof ConsultEvent) data.keySet().removeAll(ASKED);
        if (!names && event instanceof PaperAdded) data.keySet().removeAll(SENT);
        return data;
    }

    /** A time that was counted is told with the event; its days are on the page of the case. */
    private static void flatten(Map<String, Object> data) {
        data.remove("notice");
        if (!(data.remove("time") instanceof Map<?, ?> time)) return;
        time.forEach((name, value) -> data.put(String.valueOf(name), value));
        data.keySet().removeAll(NOISE);
    }

    private static boolean nested(Object value) {
        return value instanceof Map;
    }

    private static void withoutPeople(Map<String, Object> data) {
        data.keySet().removeAll(PEOPLE);
        for (String side : new String[] {"before", "after"}) {
            if (data.get(side) instanceof Map<?, ?> correction) {
                Map<Object, Object> shown = new LinkedHashMap<>(correction);
                shown.keySet().removeAll(PEOPLE);
                data.put(side, shown);
            }
        }
    }

    static Map<String, Object> read(Object event) {
        InMaps data = new InMaps();
        JSON.writeValue(data, event);
        return data.map();
    }

    private static final class Group extends ValueSerializer<Role> {
        @Override
        public void serialize(Role value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.group());
        }
    }

    private static final class ClearText extends ValueSerializer<Sealed> {
        @Override
        public void serialize(Sealed value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.clear());
        }
    }

    private static final class ClearData extends ValueSerializer<SealedData> {
        @Override
        public void serialize(SealedData value, JsonGenerator json, SerializationContext context) {
            context.writeValue(json, value.clear());
        }
    }
}
