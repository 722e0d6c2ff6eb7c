package vn.caunoi.core.vault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Form data that is stored only encrypted, as one JSON object, with the key of a person or a petition. Values are what
 * JSON knows: text, numbers, booleans, lists, maps. Once the key is erased it reads as an empty map.
 */
public final class SealedData {

    private final KeyId key;
    private final @Nullable Map<String, Object> clear;

    private SealedData(KeyId key, @Nullable Map<String, Object> clear) {
        this.key = Objects.requireNonNull(key, "key");
        this.clear = clear;
    }

    public static SealedData of(KeyId key, Map<String, ? extends @Nullable Object> clear) {
        Map<String, Object> copy = new LinkedHashMap<>();
        clear.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        return new SealedData(key, Collections.unmodifiableMap(copy));
    }

    /** The value that remains when the key was erased. */
    public static SealedData erased(KeyId key) {
        return new SealedData(key, null);
    }

    public KeyId key() {
        return key;
    }

    /** The data itself, in the order it was given; empty once erased. */
    public Map<String, Object> clear() {
        return clear == null ? Map.of() : clear;
    }

    public boolean isErased() {
        return clear == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedData that && key.equals(that.key) && Objects.equals(clear, that.clear);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, clear);
    }

    /** Never shows the data, for it ends up in logs. */
    @Override
    public String toString() {
        return isErased() ? "SealedData[erased]" : "SealedData[…]";
    }
}
