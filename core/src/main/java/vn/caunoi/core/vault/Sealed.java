package vn.caunoi.core.vault;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Personal text that is stored only encrypted, with the key of a person or a petition. Once that key is erased the
 * text reads as {@link #ERASED}; the event that carries it still loads and still verifies.
 */
public final class Sealed {

    /** What {@link #clear()} answers when the key is gone. */
    public static final String ERASED = "[erased]";

    private final KeyId key;
    private final @Nullable String clear;

    private Sealed(KeyId key, @Nullable String clear) {
        this.key = Objects.requireNonNull(key, "key");
        this.clear = clear;
    }

    public static Sealed of(KeyId key, String clear) {
        return new Sealed(key, Objects.requireNonNull(clear, "clear"));
    }

    /** The value that remains when the key was erased. */
    public static Sealed erased(KeyId key) {
        return new Sealed(key, null);
    }

    public KeyId key() {
        return key;
    }

    /** The text itself, or {@link #ERASED}. */
    public String clear() {
        return clear == null ? ERASED : clear;
    }

    public boolean isErased() {
        return clear == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sealed that && key.equals(that.key) && Objects.equals(clear, that.clear);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, clear);
    }

    /** Never shows the text, for it ends up in logs. */
    @Override
    public String toString() {
        return isErased() ? "Sealed[erased]" : "Sealed[…]";
    }
}
