package vn.caunoi.core.vault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Form data that is stored only encrypted, as one JSON object, with the key of a person or a petition. Values are what
 * JSON knows: text, numbers, booleans, lists, maps. Once the key is erased it reads as an empty map.
 */
public final class SealedData {

    private final KeyId key;
    private final Closed<Map<String, Object>> data;

    private SealedData(KeyId key, Closed<Map<String, Object>> data) {
        this.key = Objects.requireNonNull(key, "key");
        this.data = data;
    }

    public static SealedData of(KeyId key, Map<String, ? extends @Nullable Object> clear) {
        return new SealedData(key, Closed.opened(known(clear)));
    }

    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> clear) {
        Map<String, Object> copy = new LinkedHashMap<>();
        clear.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** The value that remains when the key was erased. */
    public static SealedData erased(KeyId key) {
        return new SealedData(key, Closed.erased());
    }

    /** Opened when somebody asks for the data; empty when the key was erased. */
    static SealedData later(KeyId key, Supplier<Optional<Map<String, Object>>> opening) {
        return new SealedData(key, new Closed<>(() -> opening.get().map(SealedData::known)));
    }

    /** The same data for somebody else, who is shown it only if the key is still there when he asks for it. */
    public SealedData handedOver(Sealing keys) {
        Optional<Map<String, Object>> known = data.open();
        return known.isEmpty() ? erased(key) : later(key, () -> keys.isErased(key) ? Optional.empty() : known);
    }

    public KeyId key() {
        return key;
    }

    /** The data itself, in the order it was given; empty once erased. */
    public Map<String, Object> clear() {
        return data.open().orElse(Map.of());
    }

    public boolean isErased() {
        return data.open().isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedData that
                && key.equals(that.key)
                && data.open().equals(that.data.open());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, data.open());
    }

    /** Never shows the data, for it ends up in logs. */
    @Override
    public String toString() {
        return data.isOpened() && isErased() ? "SealedData[erased]" : "SealedData[…]";
    }
}
