package vn.caunoi.core.vault;

import java.util.UUID;

/**
 * A key that was made and is to be inserted into the vault.
 *
 * @param wrapped by the master key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewKey(UUID id, byte[] wrapped) {}
