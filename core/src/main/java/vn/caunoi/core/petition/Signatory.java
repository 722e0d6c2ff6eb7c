package vn.caunoi.core.petition;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/**
 * Somebody who signed a paper that several sign, or was to sign it.
 *
 * @param place under which it was signed: {@code NGƯỜI CHỦ TRÌ}
 * @param refusal why it was not signed; null when it was
 */
public record Signatory(String place, Sealed name, @Nullable Sealed refusal) {

    /**
     * The same as it comes with a command.
     *
     * @param refusal why it was not signed; null or blank when it was
     */
    public record Named(String place, String name, @Nullable String refusal) {}
}
