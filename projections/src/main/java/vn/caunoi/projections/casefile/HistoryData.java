package vn.caunoi.projections.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.CitizenWrote;
import vn.caunoi.core.petition.CaseEvent.DecisionRedacted;
import vn.caunoi.core.petition.CaseEvent.OfficeReplied;
import vn.caunoi.core.petition.CaseEvent.PaperAdded;
import vn.caunoi.core.petition.CaseEvent.PetitionSuspended;
import vn.caunoi.core.petition.CaseEvent.WithdrawalAnnounced;
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

    /** What an observer reads of other cases: also what was decided, by whom of the house, and how it was counted. */
    private static final Set<String> UNNAMED = Set.of(
            "form",
            "group",
            "outcome",
            "officer",
            "assignee",
            "former",
            "signer",
            "approvedBy",
            "channel",
            "conclusion",
            "effect",
            "verdict",
            "template",
            "serial",
            "year",
            "limit",
            "basis",
            "calendar",
            "roll",
            "handling",
            "missing",
            "marks",
            "opens",
            "requires",
            "complex",
            "asking",
            "until",
            "days",
            "workingDays",
            "ladder",
            "batch",
            "consult",
            "letter");

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

    /** Sealed is what names somebody or was written by hand: it is left out. */
    private static final JsonMapper UNSEALED = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("without what is sealed")
                    .addSerializer(Role.class, new Group())
                    .addSerializer(Sealed.class, new Nothing<>())
                    .addSerializer(SealedData.class, new Nothing<>()))
            .build();

    private HistoryData() {}

    /** Without names and without texts, for observers. */
    static Map<String, Object> withoutNames(PetitionEvent event) {
        InMaps read = new InMaps();
        UNSEALED.writeValue(read, event);
        Map<String, Object> data = read.map();
        data.keySet().removeAll(NOISE);
        if (data.get("form") instanceof Map<?, ?> form && form.get("id") instanceof String id) data.put("form", id);
        if (event instanceof PetitionSuspended) data.remove("ground");
        data.entrySet().removeIf(entry -> !isUnnamed(entry.getKey(), entry.getValue()));
        return data;
    }

    private static boolean isUnnamed(String key, @Nullable Object value) {
        if (!DATES.contains(key) && !UNNAMED.contains(key)) return false;
        if (key.equals("limit")) return value != null;
        boolean listed = value instanceof List<?> list && list.stream().anyMatch(HistoryData::nested);
        return value != null && !nested(value) && !listed;
    }

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
        if (event instanceof DecisionRedacted) data.remove("blacked");
        if (!names && (event instanceof CitizenWrote || event instanceof OfficeReplied)) data.remove("text");
        if (!names && event instanceof WithdrawalAnnounced) data.remove("reason");
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

    private static final class Nothing<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeNull();
        }
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
