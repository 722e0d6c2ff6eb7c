package vn.caunoi.core.vault;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Personal text that is stored only encrypted, with the key of a person or a petition. Once that key is erased the
 * text reads as {@link #ERASED}; the event that carries it still loads and still verifies.
 */
public final class Sealed {

    /** What {@link #clear()} answers when the key is gone. */
    public static final String ERASED = "[erased]";

    private final KeyId key;
    private final Closed<String> text;

    private Sealed(KeyId key, Closed<String> text) {
        this.key = Objects.requireNonNull(key, "key");
        this.text = text;
    }

    public static Sealed of(KeyId key, String clear) {
        return new Sealed(key, Closed.opened(Objects.requireNonNull(clear, "clear")));
    }

    /** The value that remains when the key was erased. */
    public static Sealed erased(KeyId key) {
        return new Sealed(key, Closed.erased());
    }

    /** Opened when somebody asks for the text; empty when the key was erased. */
    static Sealed later(KeyId key, Supplier<Optional<String>> opening) {
        return new Sealed(key, new Closed<>(opening));
    }

    /** The same text for somebody else, who is shown it only if the key is still there when he asks for it. */
    public Sealed handedOver(Sealing keys) {
        Optional<String> known = text.open();
        return known.isEmpty() ? erased(key) : later(key, () -> keys.isErased(key) ? Optional.empty() : known);
    }

    public KeyId key() {
        return key;
    }

    /** The text itself, or {@link #ERASED}. */
    public String clear() {
        return text.open().orElse(ERASED);
    }

    public boolean isErased() {
        return text.open().isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sealed that
                && key.equals(that.key)
                && text.open().equals(that.text.open());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, text.open());
    }

    /** Never shows the text, for it ends up in logs. */
    @Override
    public String toString() {
        return text.isOpened() && isErased() ? "Sealed[erased]" : "Sealed[…]";
    }
}
