package vn.caunoi.core.vault;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON form of sealed values: {@code {"key": id, "sealed": base64}}, without {@code sealed} once erased. */
public final class SealingModule extends SimpleModule {

    private static final JsonMapper INNER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final transient Sealing sealing;

    /** What is read is opened at once. */
    public SealingModule(Sealing sealing) {
        this(sealing, false);
        addDeserializer(Sealed.class, new Opening<>(this::text));
        addDeserializer(SealedData.class, new Opening<>(this::data));
    }

    private SealingModule(Sealing sealing, boolean later) {
        super("caunoi-sealing" + (later ? "-later" : ""));
        this.sealing = sealing;
        addSerializer(Sealed.class, new TextSerializer());
        addSerializer(SealedData.class, new DataSerializer());
    }

    /** What is read is opened when it is asked for, by the thread that asks; most of it never is. */
    public static SealingModule later(Sealing sealing) {
        SealingModule module = new SealingModule(sealing, true);
        module.addDeserializer(
                Sealed.class,
                new OpeningLater<>(
                        sealing,
                        Sealed::erased,
                        (key, text) -> Sealed.later(
                                key, () -> clear(sealing, key, text, bytes -> INNER.readValue(bytes, String.class)))));
        module.addDeserializer(
                SealedData.class,
                new OpeningLater<>(
                        sealing,
                        SealedData::erased,
                        (key, text) -> SealedData.later(
                                key, () -> clear(sealing, key, text, bytes -> INNER.readValue(bytes, DATA)))));
        return module;
    }

    private static <T> Optional<T> clear(Sealing sealing, KeyId key, String text, Function<byte[], T> read) {
        return Optional.ofNullable(sealing.open(key, Base64.getDecoder().decode(text)))
                .map(read);
    }

    private Sealed text(KeyId key, byte @Nullable [] clear) {
        return clear == null ? Sealed.erased(key) : Sealed.of(key, INNER.readValue(clear, String.class));
    }

    private SealedData data(KeyId key, byte @Nullable [] clear) {
        return clear == null ? SealedData.erased(key) : SealedData.of(key, INNER.readValue(clear, DATA));
    }

    private void write(JsonGenerator json, KeyId key, @Nullable Object clear) {
        byte[] sealed = clear == null ? null : sealing.seal(key, INNER.writeValueAsBytes(clear));
        json.writeStartObject();
        json.writeStringProperty("key", key.value());
        if (sealed != null) {
            json.writeStringProperty("sealed", Base64.getEncoder().encodeToString(sealed));
        }
        json.writeEndObject();
    }

    private final class TextSerializer extends ValueSerializer<Sealed> {
        @Override
        public void serialize(Sealed value, JsonGenerator json, SerializationContext context) {
            write(json, value.key(), value.isErased() ? null : value.clear());
        }
    }

    private final class DataSerializer extends ValueSerializer<SealedData> {
        @Override
        public void serialize(SealedData value, JsonGenerator json, SerializationContext context) {
            write(json, value.key(), value.isErased() ? null : value.clear());
        }
    }

    private final class Opening<T> extends ValueDeserializer<T> {

        private final BiFunction<KeyId, byte @Nullable [], T> result;

        Opening(BiFunction<KeyId, byte @Nullable [], T> result) {
            this.result = result;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            KeyId key = new KeyId(node.required("key").stringValue());
            JsonNode sealed = node.get("sealed");
            byte[] clear = sealed == null
                    ? null
                    : sealing.open(key, Base64.getDecoder().decode(sealed.stringValue()));
            return result.apply(key, clear);
        }
    }
}
