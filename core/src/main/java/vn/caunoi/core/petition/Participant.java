package vn.caunoi.core.petition;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/**
 * Somebody at a dialogue, as the minutes must show (LKN Đ30).
 *
 * @param part in what capacity, in words; empty when the minutes do not say
 * @param refusal why the signature was refused; given exactly when {@code signature} is REFUSED
 */
public record Participant(
        Sealed name,
        Sealed part,
        @Nullable Sealed opinion,
        Signature signature,
        @Nullable Sealed refusal) {
    public enum Signature {
        SIGNED,
        FINGERPRINT,
        REFUSED
    }
}
