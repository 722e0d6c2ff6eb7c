package vn.caunoi.api.file;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.vault.ContentKey;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/** Seals the key and the name of a file with the key of whoever it belongs to, and opens them. */
@Component
class FileLocks {

    private final Vault vault;

    FileLocks(Vault vault) {
        this.vault = vault;
    }

    /** Sealed with a key of the vault, which must not have been erased. */
    FileRows.Locks locked(KeyId key, byte[] contentKey, byte[] name) {
        return new FileRows.Locks(key, sealed(key, contentKey), sealed(key, name));
    }

    private byte[] sealed(KeyId key, byte[] clear) {
        byte[] sealed = vault.seal(key, clear);
        if (sealed == null) throw Refusal.because(Reason.DATA_ERASED);
        return sealed;
    }

    /** Empty when it was erased. */
    Optional<ContentKey> keyOf(FileRows.Row row) {
        return Optional.ofNullable(vault.open(row.locks().key(), row.locks().contentKey()))
                .map(ContentKey::of);
    }

    /** Of a file that was not erased. */
    byte[] secretOf(FileRows.Row row) {
        return opened(row.locks().key(), row.locks().contentKey());
    }

    /** Of a file that was not erased. */
    byte[] nameOf(FileRows.Row row) {
        return opened(row.locks().key(), row.locks().name());
    }

    private byte[] opened(KeyId key, byte[] sealed) {
        return Objects.requireNonNull(vault.open(key, sealed), "erased since it was looked at");
    }
}
