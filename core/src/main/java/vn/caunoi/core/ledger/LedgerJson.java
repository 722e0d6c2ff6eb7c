package vn.caunoi.core.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.caunoi.core.vault.Sealing;
import vn.caunoi.core.vault.SealingModule;

/**
 * How events and snapshots are written: JSON of their fields under a permanent name and revision, instants in UTC with
 * at most microseconds, nothing for absent values, personal data sealed. Reading ignores what it does not know, and opens
 * what is sealed when somebody asks for it.
 */
public final class LedgerJson extends Jackson3Serializer {

    private final StoredNames names;

    private LedgerJson(Builder builder, StoredNames names) {
        super(builder);
        this.names = names;
    }

    public static LedgerJson of(StoredNames names, Sealing sealing) {
        Builder builder = Jackson3Serializer.builder()
                .converter(new ChainingConverter())
                .jsonMapperBuilderCustomizer(json -> customize(json, SealingModule.later(sealing)));
        return new LedgerJson(builder, names);
    }

    @Override
    public SerializedType typeForClass(Class type) {
        if (!StoredNames.isNamed(type)) {
            return super.typeForClass(type);
        }
        StoredAs stored = StoredNames.nameOf(type);
        return new SimpleSerializedType(stored.value(), Integer.toString(stored.revision()));
    }

    /** Fails on a name that this program does not know, for skipping a fact would be worse. */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getRevision() == null) {
            return super.classForType(type);
        }
        try {
            return names.classOf(type.getName());
        } catch (IllegalStateException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }

    /** What of a body this serializer need not write. */
    static StreamMember member(Serializer serializer) {
        return serializer instanceof LedgerJson json ? json.names.member() : new StreamMember(Map.of());
    }

    /** The class of what is stored under this name in its present revision; null when an upcaster has to read it. */
    @Nullable Class<?> present(EventNames.Name name) {
        Class<?> type = names.find(name.name()).orElse(null);
        if (type == null) return null;
        return Integer.toString(StoredNames.nameOf(type).revision()).equals(name.revision()) ? type : null;
    }

    private static void customize(JsonMapper.Builder json, SealingModule sealing) {
        json.addModule(sealing)
                .addModule(new SimpleModule("caunoi-time").addSerializer(Instant.class, new Microseconds()))
                .changeDefaultVisibility(checker -> checker.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withSetterVisibility(Visibility.NONE))
                .changeDefaultPropertyInclusion(ignored ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    private static final class Microseconds extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.truncatedTo(ChronoUnit.MICROS).toString());
        }
    }
}
