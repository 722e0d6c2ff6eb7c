package vn.caunoi.core.vault;

import com.google.crypto.tink.Aead;

/** A key as it stands in the vault: open for use, or erased for ever. */
sealed interface DataKey {

    record Open(Aead aead) implements DataKey {}

    record Erased() implements DataKey {}
}
