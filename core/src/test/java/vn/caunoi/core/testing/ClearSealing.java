package vn.caunoi.core.testing;

import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealing;

/** Seals nothing: for samples of events, which must read the same for ever, and hold no personal data. */
public final class ClearSealing implements Sealing {

    @Override
    public byte[] seal(KeyId key, byte[] clear) {
        return clear;
    }

    @Override
    public byte[] open(KeyId key, byte[] sealed) {
        return sealed;
    }

    @Override
    public boolean isErased(KeyId key) {
        return false;
    }
}
