package vn.caunoi.core.vault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens what was sealed with very many keys, a part after the other: the first text that is opened brings all keys met
 * in its part, and none is kept for the next. For one thread.
 */
public final class KeysAtOnce implements Sealing {
    private final Vault vault;
    private final Set<KeyId> met = new HashSet<>();
    private final Map<KeyId, byte @Nullable []> wrapped = new HashMap<>();
    private final Map<KeyId, DataKey> opened = new HashMap<>();

    KeysAtOnce(Vault vault) {
        this.vault = vault;
    }

    /** Another part begins. */
    public void nextPart() {
        met.clear();
        wrapped.clear();
        opened.clear();
    }

    @Override
    public void met(KeyId id) {
        met.add(id);
    }

    @Override
    public byte @Nullable [] seal(KeyId key, byte[] clear) {
        return vault.seal(key, clear);
    }

    @Override
    public byte @Nullable [] open(KeyId id, byte[] sealed) {
        DataKey key = opened.get(id);
        if (key == null) {
            key = find(id);
            opened.put(id, key);
        }
        return Vault.open(key, id, sealed);
    }

    @Override
    public boolean isErased(KeyId id) {
        return find(id) instanceof DataKey.Erased;
    }

    private DataKey find(KeyId id) {
        met.add(id);
        if (!wrapped.containsKey(id)) {
            met.removeAll(wrapped.keySet());
            wrapped.putAll(vault.wrapped(List.copyOf(met)));
            met.clear();
        }
        if (!wrapped.containsKey(id)) throw new IllegalStateException("the vault has no key " + id.value());
        return vault.unwrap(id, wrapped.get(id));
    }
}
