package vn.caunoi.core.vault;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a sealed value without opening it. */
final class OpeningLater<T> extends ValueDeserializer<T> {
    private final Sealing sealing;
    private final Function<KeyId, T> erased;
    private final BiFunction<KeyId, String, T> closed;

    OpeningLater(Sealing sealing, Function<KeyId, T> erased, BiFunction<KeyId, String, T> closed) {
        this.sealing = sealing;
        this.erased = erased;
        this.closed = closed;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        @Nullable String key = null;
        @Nullable String sealed = null;
        if (!json.isExpectedStartObjectToken()) return this.<T>unexpected(context);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("key")) key = json.getString();
            else if (name.equals("sealed")) sealed = json.getString();
            else json.skipChildren();
        }
        if (key == null) return this.<T>unexpected(context);
        KeyId id = new KeyId(key);
        if (sealed == null) return erased.apply(id);
        sealing.met(id);
        return closed.apply(id, sealed);
    }

    private <R> R unexpected(DeserializationContext context) {
        return context.reportInputMismatch(this, "a sealed value is an object with a key");
    }
}
